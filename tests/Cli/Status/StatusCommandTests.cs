using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Status;

public sealed class StatusCommandTests : IDisposable
{
    private const string Stack = "config:\n  aws:region: us-east-1\n  bedrock-prompts:live: { greeting: ";

    private readonly MovingProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task What_is_there_stands_beside_what_the_file_says()
    {
        await Deployed();

        var run = await Run("prod");

        run.Should().Be(new ConsoleRun(ExitCode.Success, """
            name      kind    file       AWS                since       owner  model ends
            greeting  prompt  release 1  equal (version 1)  2026-03-01  -      -
            1 name: equal everywhere.

            """, ""));
    }

    [Fact]
    public async Task What_was_promoted_and_not_deployed_differs_and_the_exit_code_says_so()
    {
        await Deployed();
        _project.Stack("prod", Stack + "[1, 2] }\n");

        var text = await Run("prod", "--detailed-exit-code");
        var json = JsonNode.Parse((await Run("prod", "--format", "json")).Output)!;
        var markdown = await Run("prod", "--format", "markdown");

        text.Exit.Should().Be(ExitCode.Changes);
        text.Output.Should().Contain("release 2  release 1 (version 1)")
            .And.Contain("  ! the version of release 2 is not there");
        json["equal"]!.GetValue<bool>().Should().BeFalse();
        json["names"]![0]!["serves"]!.GetValue<string>().Should().Be("release 1");
        json["names"]![0]!["differences"]!.AsArray().Should().NotBeEmpty();
        markdown.Output.Should().Contain("`the version of release 2 is not there`");
        (await Run("prod")).Exit.Should().Be(ExitCode.Success, "nobody asked");
    }

    [Fact]
    public async Task Stacks_stand_side_by_side()
    {
        await Deployed();
        _project.Stack("staging", Stack + "2 }\n");

        var run = await Run("--all", "--detailed-exit-code");

        run.Exit.Should().Be(ExitCode.Changes);
        run.Output.Should().Be("""
            name      prod       staging
            greeting  release 1  release 2! nothing
            prod: 1 name: equal everywhere.
            staging: 1 name: 1 differs.

            """);
    }

    [Fact]
    public async Task A_stack_that_is_not_there_and_none_at_all_are_said()
    {
        await Deployed();

        (await Run("prd")).Should().Be(new ConsoleRun(ExitCode.Failure, "",
            "prompts: There is no stack 'prd': Pulumi.prd.yaml does not exist. Did you mean 'prod'?\n"));
        (await Run()).Exit.Should().Be(ExitCode.Failure);
        (await Run("prod", "--all")).Exit.Should().Be(ExitCode.Failure);
    }

    [Fact]
    public async Task The_policy_of_a_reader_reads_and_writes_nothing()
    {
        await Deployed();

        var policy = JsonNode.Parse((await _project.Run("policy", "reader", "--stack", "prod")).Output)!;

        var actions = policy["Statement"]!.AsArray().SelectMany(statement => statement!["Action"]!.AsArray())
            .Select(action => action!.GetValue<string>());
        actions.Should().Contain(["cloudformation:GetResource", "bedrock:GetPrompt", "ssm:GetParametersByPath"])
            .And.OnlyContain(action => action.Contains(":Get") || action.Contains(":List"));
    }

    private async Task Deployed()
    {
        (await _project.Released("greeting", 2)).Stack("prod", Stack + "1 }\n");
        _project.Files.Write(".gitignore", ".local/\n");
        _project.Files.Commit("Start");
        (await _project.Run("up", "prod", "--local")).Exit.Should().Be(ExitCode.Success);
    }

    private Task<ConsoleRun> Run(params string[] args) => _project.Run(["status", "--local", .. args]);
}
