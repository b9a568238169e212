using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class ReleaseCommandTests : IDisposable
{
    private readonly MovingProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_release_of_what_was_released_last_is_refused()
    {
        await _project.Released("greeting-reply", 1);

        var run = await _project.Run("release", "greeting-reply");

        run.Exit.Should().Be(ExitCode.Problems);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith("prompts/greeting-reply.yaml(1,1): error PRM157:");
    }
}
