using System.Diagnostics;
using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Planning;
using Infra.Tests.Support;
using Infra.Workspace;
using Xunit;

namespace Infra.Tests;

/// <summary>What the workflow makes of an alarm: its own script, with a repository to push to and a gh that notes.
/// </summary>
public sealed class RollbackWorkflowTests : IDisposable
{
    private const string Branch = "rollback/prod/greeting-2";

    private readonly MovingProject _project = new();
    private readonly TemporaryFolder _tools = new();

    public void Dispose()
    {
        _project.Dispose();
        _tools.Dispose();
    }

    [Fact]
    public async Task An_alarm_becomes_one_pull_request_and_a_second_one_changes_nothing()
    {
        await Start("[1, 2]", releases: 2);

        var first = await Run("2");
        _project.Files.Git("switch", "--quiet", "main");
        var second = await Run("2");
        _project.Files.Git("restore", "Pulumi.prod.yaml");
        _project.Files.Git("merge", "--quiet", Branch);
        var merged = await Run("2");

        first.Exit.Should().Be(0, first.Output);
        _project.Files.Git("log", "-1", "--format=%B", $"origin/{Branch}").Should()
            .StartWith("Roll greeting back in prod\n\nBecause: 12 % of 80 calls fail");
        _project.Files.Git("diff", "--name-only", $"main~1..{Branch}").Trim().Should().Be("Pulumi.prod.yaml");
        second.Output.Should().Contain($"The branch {Branch} is there already.");
        merged.Output.Should().Contain("Nothing to do: stack prod serves release 1 of 'greeting', not release 2.");
        Said().Should().ContainSingle().Which.Should().StartWith(
            $"pr create --base main --head {Branch} --title Roll greeting back from release 2 in prod ");
    }

    [Fact]
    public async Task The_event_of_an_alarm_makes_the_rollback_once_and_that_of_a_failing_model_none()
    {
        await Start("[1, 2]", releases: 2, """
              bedrock-prompts:watch:
                quality: { below: 95% }
                rollback:
                  repository: acme/prompts
                  connection: arn:aws:events:us-east-1:123456789012:connection/github/0123
                  merge: true

            """);
        var project = Project.Read(new WorkingTree(_project.Files.Path)).Value!;
        var rule = new EventBridge(Planner.Plan(project, project.Stacks["prod"]).Value!.Resources
            .Single(resource => resource.Type == ResourceTypes.Rule));

        rule.Sent(EventBridge.Alarm("bedrock-prompts/prod/greeting-watch", "ALARM", "Alarm")).Should().BeNull();
        var asked = rule.Sent(EventBridge.Alarm("bedrock-prompts/prod/greeting-watch", "ALARM"))!["client_payload"]!;
        var first = await Run(asked);
        _project.Files.Git("switch", "--quiet", "main");
        var second = await Run(asked);

        first.Exit.Should().Be(0, first.Output);
        second.Output.Should().Contain($"The branch {Branch} is there already.");
        _project.Files.Git("log", "--format=%s", $"main..origin/{Branch}").Trim()
            .Should().Be("Roll greeting back in prod");
        Said().Should().HaveCount(2).And.ContainMatch($"pr merge {Branch} --auto --merge");
    }

    [Fact]
    public async Task What_has_no_older_release_becomes_an_issue()
    {
        await Start("1", releases: 1);

        var run = await Run("1");

        run.Exit.Should().Be(0, run.Output);
        run.Output.Should().Contain("PRM172");
        Said().Should().HaveCount(2).And.ContainMatch(
            "issue create --title Roll greeting back from release 1 in prod --body-file rollback.log");
    }

    [Theory]
    [InlineData("prod", "greeting", "2; touch x")]
    [InlineData("prod", "../greeting", "2")]
    [InlineData("prod2", "greeting", "2")]
    [InlineData(".*", "greeting", "2")]
    public async Task What_an_event_says_is_held_against_what_there_is(string stack, string name, string release)
    {
        await Start("[1, 2]", releases: 2);

        var run = await Run(release, stack, name);

        run.Exit.Should().Be(1);
        run.Output.Should().StartWith("::error::");
        _project.Stack("prod").Should().EndWith("greeting: [1, 2]\n");
        Said().Should().BeEmpty();
    }

    private async Task Start(string target, int releases, string settings = "")
    {
        (await _project.Released("greeting", releases))
            .Stack("prod", $"config:\n  bedrock-prompts:live:\n    greeting: {target}\n{settings}");
        _project.Files.Write(".gitignore", ".local/\nrollback.log\n");
        foreach (var script in (string[])["rollback", "stacks"])
        {
            _project.Files.Write($".ci/{script}", await File.ReadAllTextAsync(Repository.Path(".ci", script)));
            MakeExecutable(Path.Combine(_project.Files.Path, ".ci", script));
        }

        _project.Files.Commit("Start");
        _project.Files.Git("init", "--quiet", "--bare", _tools.File("origin"));
        _project.Files.Git("remote", "add", "origin", _tools.File("origin"));
        _tools.Write("gh", $"#!/bin/sh\necho \"$*\" >> '{_tools.File("said")}'\n");
        MakeExecutable(_tools.File("gh"));
    }

    private Task<(int Exit, string Output)> Run(JsonNode asked) => Run(
        $"{asked["release"]}", $"{asked["stack"]}", $"{asked["name"]}", $"{asked["because"]}", $"{asked["merge"]}");

    private async Task<(int Exit, string Output)> Run(
        string release,
        string stack = "prod",
        string name = "greeting",
        string because = "12 % of 80 calls fail",
        string? merge = null)
    {
        var console = ConsoleProcess.Of(_project.Files.Path);
        var start = new ProcessStartInfo("bash", [".ci/rollback"])
        {
            WorkingDirectory = _project.Files.Path,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = $"{_tools.Path}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["PROMPTS"] = string.Join(' ', console.ArgumentList.Prepend(console.FileName));
        foreach (var who in (string[])["AUTHOR", "COMMITTER"])
        {
            (start.Environment[$"GIT_{who}_NAME"], start.Environment[$"GIT_{who}_EMAIL"]) = ("Bot", "bot@example.com");
        }

        (start.Environment["STACK"], start.Environment["NAME"], start.Environment["RELEASE"]) = (stack, name, release);
        (start.Environment["BECAUSE"], start.Environment["MERGE"]) = (because, merge);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private string[] Said() => File.Exists(_tools.File("said")) ? File.ReadAllLines(_tools.File("said")) : [];

    private static void MakeExecutable(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
