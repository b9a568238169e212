using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class HistoryCommandTests : IDisposable
{
    private const string Live = "config:\n  bedrock-prompts:live:\n";

    private readonly MovingProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Every_commit_that_moved_a_stack_is_listed_newest_first()
    {
        (await _project.Released("greeting", 1))
            .Stack("dev", "config:\n  bedrock-prompts:default: draft\n")
            .Stack("prod", Live + "    greeting: 1\n");
        var first = Commit("Start", "Ada");
        _project.Stack("prod", Live + "    # a comment moves nothing\n    greeting: 1\n");
        Commit("Explain", "Grace");
        (await _project.Released("greeting", 0)).Stack("prod", Live + "    greeting: [1, 2]\n");
        var second = Commit("Promote", "Grace Hopper");
        _project.Stack("prod", Live + "    greeting: { kept: [1, 2], live: 1 }\n").Stack("dev", "config: {}\n");
        var third = Commit("Roll back", "Ada");

        var run = await _project.Run("history", "greeting");

        run.Should().Be(new ConsoleRun(ExitCode.Success, $"""
            2026-03-04 09:00Z  Ada           {third}  dev   draft -> nothing
            2026-03-04 09:00Z  Ada           {third}  prod  release 2 -> 1
            2026-03-03 09:00Z  Grace Hopper  {second}  prod  release 1 -> 2
            2026-03-01 09:00Z  Ada           {first}  dev   draft
            2026-03-01 09:00Z  Ada           {first}  prod  release 1

            """, ""));
    }

    [Fact]
    public async Task A_new_release_moves_the_stacks_that_serve_the_latest()
    {
        (await _project.Released("greeting", 1)).Stack("staging", "config:\n  bedrock-prompts:default: latest\n");
        Commit("One");
        _project.Draft("greeting", 2);
        await _project.Run("release", "greeting");
        Commit("Two");

        (await Changes()).Should().Equal("release 1 -> 2", "release 1");
    }

    [Fact]
    public async Task A_name_that_a_default_serves_starts_and_ends_with_its_file()
    {
        _project.Stack("dev", "config:\n  bedrock-prompts:default: draft\n");
        Commit("A stack");
        await _project.Released("greeting", 0);
        Commit("A prompt");
        _project.Files.Delete("prompts/greeting.yaml");
        Commit("No prompt");

        (await Changes()).Should().Equal("draft -> nothing", "draft");
    }

    [Fact]
    public async Task What_the_projects_file_says_counts_for_the_stacks_that_are_silent()
    {
        (await _project.Released("greeting", 1)).Stack("prod", "config: { live: { greeting: 1 } }\n")
            .Stack("dev", "config: {}\n").Files
            .Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\nconfig: { default: draft }\n");
        Commit("Start");
        _project.Files.Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\nconfig: { default: latest }\n");
        Commit("Serve releases");

        (await Changes()).Should().Equal("draft -> release 1", "draft", "release 1");
    }

    [Fact]
    public async Task A_merge_is_listed_only_for_what_it_does_not_take_from_a_parent()
    {
        (await _project.Released("greeting", 3)).Stack("prod", Live + "    greeting: 1\n");
        Commit("One");
        _project.Files.Git("checkout", "--quiet", "-b", "side");
        _project.Stack("prod", Live + "    greeting: [1, 2]\n");
        var side = Commit("Two, on the side");
        _project.Files.Git("checkout", "--quiet", "main");
        _project.Stack("prod", Live + "    greeting: 1\n  bedrock-prompts:retain: 4\n");
        Commit("Something else");
        _project.Files.Git("merge", "--quiet", "--no-edit", "--strategy-option=theirs", "side");

        var run = await _project.Run("history", "greeting");

        run.Output.Should().ContainAll(side, "release 1 -> 2").And.Subject.Split('\n').Should().HaveCount(3);
    }

    [Fact]
    public async Task A_revision_of_the_file_that_cannot_be_read_is_named_as_such()
    {
        (await _project.Released("greeting", 2)).Stack("prod", Live + "    greeting: 1\n");
        Commit("One");
        _project.Stack("prod", "config: [\n");
        Commit("Broken");
        _project.Stack("prod", Live + "    greeting: 2\n");
        Commit("Two");

        (await Changes()).Should().Equal("unreadable -> release 2", "release 1 -> unreadable", "release 1");
    }

    [Fact]
    public async Task Json_is_for_machines()
    {
        (await _project.Released("greeting", 1)).Stack("prod", Live + "    greeting: 1\n");
        var id = _project.Files.Commit("Start \"here\"", "Åsa\tB");

        var run = await _project.Run("history", "greeting", "--format", "json");

        var expected = new JsonArray(new JsonObject
        {
            ["author"] = "Åsa\tB",
            ["commit"] = id,
            ["date"] = "2026-03-01T09:00:00+00:00",
            ["digest"] = _project.Files.Read("prompts/releases/greeting/1.yaml").Split('\n')
                .Single(line => line.StartsWith("digest: ", StringComparison.Ordinal))["digest: ".Length..],
            ["event"] = "promoted",
            ["from"] = new JsonObject { ["serves"] = "nothing" },
            ["name"] = "greeting",
            ["stack"] = "prod",
            ["subject"] = "Start \"here\"",
            ["to"] = new JsonObject { ["release"] = 1, ["serves"] = "release" },
        });
        JsonNode.DeepEquals(JsonNode.Parse(run.Output), expected).Should().BeTrue(run.Output);
    }

    [Fact]
    public async Task A_name_that_nobody_ever_served_has_an_empty_history()
    {
        _project.Stack("prod", "config: {}\n");
        Commit("Start");

        (await _project.Run("history", "greeting"))
            .Should().Be(new ConsoleRun(ExitCode.Success, "", "No commit made a stack serve 'greeting'.\n"));
    }

    [Fact]
    public async Task Without_git_it_is_one_line_that_says_so()
    {
        using var folder = new TemporaryFolder().Write("Pulumi.yaml", "name: bedrock-prompts\n");

        (await PromptsConsole.Run(folder.Path, "history", "greeting")).Should().Be(new ConsoleRun(
            ExitCode.Failure, "", "prompts: This command needs a git repository, and the project is not in one. Run "
                + "'git init', or go to a clone.\n"));
    }

    [Theory]
    [InlineData("--all")]
    [InlineData("../x")]
    [InlineData("a*")]
    public async Task What_cannot_be_a_name_never_reaches_git(string name)
    {
        var run = await _project.Run("history", "--", name);

        (run.Exit, run.Output).Should().Be((ExitCode.Failure, ""));
        run.Error.Should().Be($"prompts: '{name}' cannot be the name of a prompt or flow.\n");
    }

    private string Commit(string message, string author = "Ada") => _project.Files.Commit(message, author)[..10];

    private async Task<IEnumerable<string>> Changes() => (await _project.Run("history", "greeting")).Output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split("  ")[^1].Trim());
}
