using FluentAssertions;
using Infra.Cli;
using Infra.Releases.StackFiles;
using Infra.Settings;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class ExperimentCommandTests : IDisposable
{
    private const string Live = "config:\n  bedrock-prompts:live:\n    greeting: { kept: [1, 2], live: 1 } # ours\n";

    private const string Running = Live + """
          # what we compare
          bedrock-prompts:experiments:
            greeting:
              arms: { control: 1, shorter: 2 }
              coverage: 20
              seed: 2026-12
          bedrock-prompts:protect: false

        """;

    private readonly MovingProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task What_runs_is_told()
    {
        (await _project.Released("greeting", 2)).Stack("prod", Running);

        (await _project.Run("experiment", "greeting", "--stack", "prod")).Should().Be(new ConsoleRun(0, """
            greeting.2026-12 in stack prod: 20 % of units take part: control 10 %, shorter 10 %
              control  release 1  live, and what everybody else gets
              shorter  release 2  compared with it
            Applications read /bedrock-prompts/prod/greeting/experiment

            """, ""));
    }

    [Fact]
    public async Task The_size_is_told_for_one_look_and_for_many()
    {
        var run = await _project.Run(
            "experiment", "greeting", "--stack", "prod", "--size", "--baseline", "95%", "--detect", "2%");

        run.Should().Be(new ConsoleRun(0, """
            To distinguish 95 % from 97 % (1,504) or 93 % (2,210) with 95 % confidence and 80 % power, each arm needs
              2,210 units, looked at once, at the end
              4,267 units, looked at any time: what 'better' and 'worse' rest on

            """, ""));
    }

    [Fact]
    public async Task A_winner_goes_live_and_the_experiment_goes_in_one_diff()
    {
        (await _project.Released("greeting", 2)).Stack("prod", Running);

        var run = await _project.Run("experiment", "greeting", "--stack", "prod", "--end", "--winner", "shorter");

        run.Error.Should().BeEmpty();
        run.Output.Should().StartWith("--- a/Pulumi.prod.yaml\n+++ b/Pulumi.prod.yaml\n");
        _project.Stack("prod").Should().Be(Live.Replace("live: 1", "live: 2", StringComparison.Ordinal)
            + "  # what we compare\n  bedrock-prompts:protect: false\n");
    }

    [Theory]
    [InlineData("  bedrock-prompts:experiments: { greeting: { arms: { a: 1, b: 2 }, coverage: 0, seed: a } }\n", "")]
    [InlineData(
        "  bedrock-prompts:experiments: { greeting: { arms: { a: 1, b: 2 }, coverage: 0, seed: a }, other: {} }\n",
        "  bedrock-prompts:experiments: { other: {} }\n")]
    [InlineData(
        "  bedrock-prompts:experiments: { other: {}, greeting: { arms: { a: 1, b: 2 }, coverage: 0, seed: a } }\n",
        "  bedrock-prompts:experiments: { other: {} }\n")]
    [InlineData(
        "  bedrock-prompts:experiments:\n    greeting:\n      arms: { a: 1, b: 2 }\n      coverage: 0\n      seed: a\n"
            + "    other: {}\n",
        "  bedrock-prompts:experiments:\n    other: {}\n")]
    public void Without_a_winner_its_entry_alone_goes(string before, string after)
    {
        var text = $"config:\n  x:y: 1\n{before}  z: 2\n";

        StackFileEdit.End(ProjectConfig.None, "Pulumi.prod.yaml", text, "greeting").Value
            .Should().Be($"config:\n  x:y: 1\n{after}  z: 2\n");
        StackFileEdit.End(
                ProjectConfig.None, "Pulumi.prod.yaml", text.ReplaceLineEndings("\r\n"), "greeting").Value
            .Should().Be($"config:\n  x:y: 1\n{after}  z: 2\n".Replace("\n", "\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_in_a_text_is_left_to_people() =>
        StackFileEdit.End(
                ProjectConfig.None,
                "Pulumi.prod.yaml",
                "config:\n  bedrock-prompts:experiments: '{\"greeting\": {}}'\n",
                "greeting")
            .Diagnostics.Should().ContainSingle().Which.Code.Should().Be("PRM598");

    [Theory]
    [InlineData("promote", "greeting@2")]
    [InlineData("rollback", "greeting")]
    public async Task What_is_live_stays_while_it_runs(string command, string name)
    {
        (await _project.Released("greeting", 2)).Stack("prod", Running
            .Replace("live: 1", "live: 2", StringComparison.Ordinal)
            .Replace("{ control: 1, shorter: 2 }", "{ control: 2, shorter: 1 }", StringComparison.Ordinal));
        if (command is "promote")
        {
            _project.Stack("prod", Running);
        }

        var run = await _project.Run(command, name, "--stack", "prod");

        run.Exit.Should().Be(ExitCode.Problems);
        run.Error.Should().Contain("PRM591")
            .And.Contain("'prompts experiment greeting --stack prod --end', with '--winner <arm>'");
    }

    [Theory]
    [InlineData("--winner", "longer", "greeting.2026-12 has no arm 'longer'")]
    [InlineData("--size", "--results=x", "Give one of --size, --results, --log and --end.")]
    public async Task What_makes_no_sense_is_one_line(string first, string second, string said)
    {
        (await _project.Released("greeting", 2)).Stack("prod", Running);

        var run = first is "--winner"
            ? await _project.Run("experiment", "greeting", "--stack", "prod", "--end", first, second)
            : await _project.Run("experiment", "greeting", "--stack", "prod", first, second);

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().StartWith($"prompts: {said}");
        _project.Stack("prod").Should().Be(Running);
    }

    [Fact]
    public async Task Units_that_did_not_come_as_dealt_end_with_exit_1_and_no_verdict()
    {
        (await _project.Released("greeting", 2)).Stack("prod", Running);
        _project.Files.Write("results.csv", "arm,n,sum,sum_squares\ncontrol,1000,900,900\nshorter,1300,1200,1200\n");

        var run = await _project.Run("experiment", "greeting", "--stack", "prod", "--results", "results.csv");

        run.Exit.Should().Be(ExitCode.Problems);
        run.Output.Should().Contain("shorter against control: no verdict").And.Contain("Sample ratio: wrong");
    }
}
