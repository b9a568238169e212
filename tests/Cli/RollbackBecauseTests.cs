using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

/// <summary>A rollback because of an alarm happens once, and says why.</summary>
public sealed class RollbackBecauseTests : IDisposable
{
    private const string Live = "config:\n  bedrock-prompts:live:\n";

    private readonly MovingProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task The_reason_goes_into_the_commit_and_history_reads_it()
    {
        _project.Files.Write(".gitignore", ".local/\n");
        (await _project.Released("greeting", 2)).Stack("prod", Live + "    greeting: [1, 2]\n");
        _project.Files.Commit("Start");

        var run = await _project.Run(
            "rollback", "greeting", "--stack", "prod", "--if-live", "2", "--because", "5 % of calls\nfail\u001b[31m");
        _project.Files.Git("commit", "-F", ".local/commit-message", "Pulumi.prod.yaml");
        var text = await _project.Run("history", "greeting");
        var json = await _project.Run("history", "greeting", "--format", "json");

        run.Error.Should().Be("Commit it with: git commit -F .local/commit-message Pulumi.prod.yaml\n");
        _project.Files.Git("log", "-1", "--format=%B").Should()
            .StartWith("Roll greeting back in prod\n\nBecause: 5 % of calls fail").And.NotContain("\u001b");
        text.Output.Should().Contain("  prod  release 2 -> 1, because 5 % of calls fail");
        json.Output.Should().Contain("\"reason\": \"5 % of calls fail")
            .And.Contain("\"subject\": \"Roll greeting back");
    }

    [Fact]
    public async Task Who_comes_second_finds_nothing_to_do()
    {
        (await _project.Released("greeting", 3)).Stack("prod", Live + "    greeting: [1, 2, 3]\n");

        var first = await _project.Run("rollback", "greeting", "--stack", "prod", "--if-live", "3");
        var second = await _project.Run(
            "rollback", "greeting", "--stack", "prod", "--if-live", "3", "--because", "the same alarm");

        first.Exit.Should().Be(ExitCode.Success);
        second.Should().Be(new ConsoleRun(
            ExitCode.Success, "", "Nothing to do: stack prod serves release 2 of 'greeting', not release 3.\n"));
        _project.Stack("prod").Should().Be(Live + "    greeting: { kept: [1, 2, 3], live: 2 }\n");
        File.Exists(Path.Combine(_project.Files.Path, ".local", "commit-message")).Should().BeFalse();
    }

    [Fact]
    public async Task A_release_without_an_older_one_is_refused_all_the_same()
    {
        (await _project.Released("greeting", 1)).Stack("prod", Live + "    greeting: 1\n");

        var run = await _project.Run("rollback", "greeting", "--stack", "prod", "--if-live", "1", "--because", "x");

        run.Exit.Should().Be(ExitCode.Problems);
        run.Error.Should().Contain("PRM172");
    }

    [Fact]
    public async Task Experiments_are_events_of_their_own()
    {
        const string Kept = Live + "    greeting: { kept: [1, 2], live: 1 }\n";
        string Running(int coverage) => Kept + "  bedrock-prompts:experiments:\n"
            + $"    greeting: {{ arms: {{ control: 1, other: 2 }}, coverage: {coverage}, seed: 2026-12 }}\n";
        (await _project.Released("greeting", 2)).Stack("prod", Kept);
        _project.Files.Commit("Start");
        _project.Stack("prod", Running(20)).Files.Commit("Compare");
        _project.Stack("prod", Running(50)).Files.Commit("More");
        _project.Stack("prod", Live + "    greeting: [1, 2]\n").Files.Commit("Promote the winner");

        var run = await _project.Run("history", "greeting");

        run.Output.Split('\n').Select(line => line.Split("  prod  ").Last()).Should().Equal(
            "experiment 2026-12 ends",
            "release 1 -> 2",
            "experiment 2026-12: 50 % of units take part: control 25 %, other 25 %",
            "experiment 2026-12: 20 % of units take part: control 10 %, other 10 %",
            "release 1",
            "");
    }
}
