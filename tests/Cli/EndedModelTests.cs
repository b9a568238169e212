using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

/// <summary>A release is promoted before its model ends, and is still there afterwards.</summary>
public sealed class EndedModelTests
{
    private const string Stack =
        "config:\n  aws:region: us-east-1\n  bedrock-prompts:live: { greeting: { kept: [1, 2], live: 2 } }\n";

    [Fact]
    public async Task A_promotion_to_an_ended_model_is_refused_and_nothing_is_written()
    {
        using var project = await Project();
        project.Stack("prod", "config:\n  aws:region: us-east-1\n  bedrock-prompts:live: { greeting: 1 }\n");
        var before = project.Stack("prod");

        var run = await project.Run("promote", "greeting@2", "--stack", "prod");
        var early = await project.Run("promote", "greeting@2", "--stack", "prod", "--as-of", "2026-09-09");

        run.Exit.Should().Be(ExitCode.Problems);
        run.Error.Should().Contain("error PRM402").And.NotContain("PRM400");
        run.Output.Should().BeEmpty();
        early.Exit.Should().Be(ExitCode.Success, early.Error);
        before.Should().NotBe(project.Stack("prod"));
    }

    [Fact]
    public async Task A_rollback_to_an_ended_model_is_warned_of_and_done()
    {
        using var project = await Project();
        project.Stack("prod", Stack);

        var run = await project.Run("rollback", "greeting", "--stack", "prod");
        var plan = await project.Run("plan", "prod");
        var validate = await project.Run("validate");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        run.Error.Should().Contain("warning PRM401");
        project.Stack("prod").Should().Contain("live: 1");
        plan.Exit.Should().Be(ExitCode.Success, "what is deployed stays deployed");
        validate.Error.Should().Contain("releases/greeting/1.yaml").And.NotContain("error");
    }

    [Fact]
    public async Task The_bytes_of_a_plan_do_not_depend_on_the_day()
    {
        using var project = await Project();
        project.Stack("prod", Stack);

        var early = await project.Run("plan", "prod", "--format", "json", "--as-of", "2026-01-01");
        var late = await project.Run("plan", "prod", "--format", "json", "--as-of", "2036-01-01");

        late.Output.Should().Be(early.Output);
        late.Error.Should().NotBe(early.Error);
        late.Exit.Should().Be(ExitCode.Success);
    }

    /// <summary>Two releases; the model of both ended on 2026-09-10.</summary>
    private static async Task<MovingProject> Project()
    {
        var project = new MovingProject();
        foreach (var length in new[] { 100, 200 })
        {
            project.Files.Write(
                "prompts/greeting.yaml",
                $"model: anthropic.claude-3-haiku-20240307-v1:0\ninference: {{ maxTokens: {length} }}\ntext: Hello.\n");
            await project.Run("release", "greeting");
        }

        project.Files.Write(
            "prompts/greeting.yaml", "model: amazon.nova-lite-v1:0\ninference: { maxTokens: 9 }\ntext: Hi.\n");
        return project;
    }
}
