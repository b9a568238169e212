using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class PromoteFromTests : IDisposable
{
    private const string Live = "config:\n  bedrock-prompts:live:\n";

    private readonly MovingProject _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("    greeting: { kept: [1, 2, 3], live: 2 }\n", "[1, 2]")]
    [InlineData("    greeting: latest\n", "[1, 3]")]
    public async Task What_is_live_in_another_stack_is_taken(string staging, string expected)
    {
        (await _project.Released("greeting", 3))
            .Stack("prod", Live + "    greeting: 1\n")
            .Stack("staging", Live + staging);

        var run = await _project.Run("promote", "greeting", "--from", "staging", "--stack", "prod");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        _project.Stack("prod").Should().Be($"{Live}    greeting: {expected}\n");
    }

    [Theory]
    [InlineData("    greeting: draft\n", "*(3,15): error PRM174: Stack staging serves the draft of 'greeting'*")]
    [InlineData("    farewell: 1\n", "*(1,1): error PRM175: Stack staging does not serve 'greeting'*")]
    public async Task A_draft_or_nothing_cannot_be_taken(string staging, string error)
    {
        await _project.Released("greeting", 2);
        (await _project.Released("farewell", 1))
            .Stack("prod", Live + "    greeting: 1\n")
            .Stack("staging", Live + staging);

        var run = await _project.Run("promote", "greeting", "--from", "staging", "--stack", "prod");

        (run.Exit, run.Output).Should().Be((ExitCode.Problems, ""));
        run.Error.Should().Match(error);
    }

    [Fact]
    public async Task All_takes_everything_that_the_other_stack_serves_and_leaves_what_is_live_already()
    {
        const string Before = Live + "    welcome: 1 # first\n    greeting:\n      - 1\n      # good\n      - 2\n";
        await _project.Released("farewell", 2);
        await _project.Released("greeting", 3);
        (await _project.Released("welcome", 1))
            .Stack("prod", Before)
            .Stack("staging", "config:\n  bedrock-prompts:default: latest\n");

        var run = await _project.Run("promote", "--all", "--from", "staging", "--stack", "prod");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        _project.Stack("prod").Should().Be(Before + "      - 3\n    farewell: [2]\n");
    }

    [Fact]
    public async Task All_without_another_stack_takes_the_newest_of_everything_that_is_not_retired()
    {
        await _project.Released("farewell", 2);
        (await _project.Released("greeting", 1)).Stack("prod", "config:\n  aws:region: us-east-1\n");
        _project.Files.Delete("prompts/farewell.yaml");

        await _project.Run("promote", "--all", "--stack", "prod");

        _project.Stack("prod").Should()
            .Be("config:\n  aws:region: us-east-1\n  bedrock-prompts:live:\n    greeting: [1]\n");
    }

    [Fact]
    public async Task All_with_nothing_to_do_says_so_and_changes_nothing()
    {
        (await _project.Released("greeting", 1)).Stack("prod", "config:\n  bedrock-prompts:default: latest\n");

        var run = await _project.Run("promote", "--all", "--stack", "prod");

        run.Should().Be(new ConsoleRun(
            ExitCode.Success, "", "Nothing to promote: stack prod already serves these releases.\n"));
        _project.Stack("prod").Should().Be("config:\n  bedrock-prompts:default: latest\n");
    }

    [Fact]
    public async Task A_protected_stack_warns_of_a_release_that_was_live_nowhere_else()
    {
        (await _project.Released("greeting", 3))
            .Stack("prod", Live + "    greeting: 1\n  bedrock-prompts:protect: true\n")
            .Stack("dev", "config:\n  bedrock-prompts:default: none\n  bedrock-prompts:live: { greeting: 2 }\n");

        var run = await _project.Run("promote", "greeting", "--stack", "prod");

        run.Exit.Should().Be(ExitCode.Success);
        run.Error.Should().Match(
            "Pulumi.prod.yaml(3,15): warning PRM176: Release 3 of * has not been live in any other stack*");
        _project.Stack("prod").Should().Contain("[1, 3]");
    }

    [Theory]
    [InlineData("    greeting: [2, 3]\n", false)]
    [InlineData("    greeting: latest\n", false)]
    [InlineData("    greeting: draft\n", false)]
    [InlineData("    greeting: 3\n", true)]
    public async Task A_protected_stack_takes_quietly_what_was_live_elsewhere(string staging, bool isHistory)
    {
        (await _project.Released("greeting", 3))
            .Stack("prod", Live + "    greeting: 1\n  bedrock-prompts:protect: true\n")
            .Stack("staging", Live + staging);
        _project.Files.Commit("Try release 3");
        if (isHistory)
        {
            _project.Stack("staging", Live + "    greeting: 1\n");
        }

        var run = await _project.Run("promote", "greeting", "--stack", "prod");

        (run.Exit, run.Error).Should().Be((ExitCode.Success, ""));
    }
}
