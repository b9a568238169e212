using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Cli.Local;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class DestroyCommandTests
{
    [Fact]
    public async Task What_is_protected_goes_only_by_force()
    {
        await using var project = new ServedProject();
        var stack = project.Files.Read("Pulumi.dev.yaml");
        project.Files.Write("Pulumi.dev.yaml", $"{stack}  bedrock-prompts:protect: true\n");
        (await project.Run("up", "dev", "--local")).Exit.Should().Be(ExitCode.Success);

        var refused = await project.Run("destroy", "dev", "--local");
        var forced = await project.Run("destroy", "dev", "--local", "--force");

        refused.Exit.Should().Be(ExitCode.Failure);
        refused.Error.Should().Contain("is protected").And.Contain("add --force");
        forced.Exit.Should().Be(ExitCode.Success, forced.Error);
        forced.Error.Should().EndWith("Resources: 8 deleted\n");
    }
}
