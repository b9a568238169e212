using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class RollbackCommandTests : IDisposable
{
    private const string Live = "config:\n  bedrock-prompts:live:\n";

    private readonly MovingProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Two_rollbacks_go_two_releases_back_and_the_next_promotion_drops_the_bad_ones()
    {
        (await _project.Released("greeting", 4)).Stack("prod", Live + "    greeting: [1, 2, 3]\n");

        var first = await _project.Run("rollback", "greeting", "--stack", "prod");
        await _project.Run("rollback", "greeting", "--stack", "prod");

        first.Should().Be(new ConsoleRun(ExitCode.Success, """
            --- a/Pulumi.prod.yaml
            +++ b/Pulumi.prod.yaml
            @@ -1,3 +1,3 @@
             config:
               bedrock-prompts:live:
            -    greeting: [1, 2, 3]
            +    greeting: { kept: [1, 2, 3], live: 2 }

            """, ""));
        _project.Stack("prod").Should().Be(Live + "    greeting: { kept: [1, 2, 3], live: 1 }\n");

        await _project.Run("promote", "greeting", "--stack", "prod");

        _project.Stack("prod").Should().Be(Live + "    greeting: { kept: [1, 4], live: 4 }\n");
    }

    [Theory]
    [InlineData("greeting: [1]", "*(3,15): error PRM172: Release 1 is the oldest that the stack keeps*")]
    [InlineData("greeting: { kept: [1, 2], live: 1 }", "*(3,15): error PRM172: Release 1 is the oldest *")]
    [InlineData("greeting: draft", "*(3,15): error PRM171: The stack serves the draft here*")]
    [InlineData("greeting: latest", "*(3,15): error PRM171: The stack serves the newest release*")]
    [InlineData("farewell: 1", "*(1,1): error PRM175: Stack prod does not serve 'greeting'*")]
    public async Task What_has_no_release_before_it_is_refused_and_the_file_stays(string entry, string error)
    {
        await _project.Released("farewell", 1);
        (await _project.Released("greeting", 2)).Stack("prod", $"{Live}    {entry}\n");

        var run = await _project.Run("rollback", "greeting", "--stack", "prod");

        (run.Exit, run.Output).Should().Be((ExitCode.Problems, ""));
        run.Error.Should().Match(error);
        _project.Stack("prod").Should().Be($"{Live}    {entry}\n");
    }

    [Fact]
    public async Task An_unknown_name_is_one_line_with_advice()
    {
        (await _project.Released("greeting", 1)).Stack("prod", Live + "    greeting: 1\n");

        var run = await _project.Run("rollback", "greetings", "--stack", "prod");

        run.Should().Be(new ConsoleRun(
            ExitCode.Failure, "", "prompts: There is no prompt or flow 'greetings'. Did you mean 'greeting'?\n"));
    }
}
