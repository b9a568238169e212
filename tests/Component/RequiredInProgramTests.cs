using FluentAssertions;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Component;

/// <summary>What a stack requires stops <c>pulumi up</c> as it stops <c>plan</c>, in the same words.</summary>
[Collection(nameof(StackRun))]
public sealed class RequiredInProgramTests
{
    private static readonly Dictionary<string, Value> Nothing = [];

    [Fact]
    public async Task The_program_refuses_what_the_plan_refuses()
    {
        using var project = await Project("{ owner: true, triedIn: staging, maxTokens: 50 }");
        project.Files.Commit("All of it");

        var plan = await project.Run("plan", "prod");
        var run = () => StackRun.Run(project.Files.Path, "prod", Nothing);

        var said = (await run.Should().ThrowAsync<Exception>()).Which.ToString();
        string[] messages = [.. plan.Error.Split('\n').Where(line => line.Contains(": error PRM53")).Select(Message)];
        messages.Should().HaveCount(3);
        messages.Should().AllSatisfy(message => said.Should().Contain(message));
    }

    [Fact]
    public async Task The_program_knows_from_git_what_was_tried()
    {
        using var project = await Project("{ triedIn: staging }");
        project.Stack("staging", Stack("1"));
        project.Files.Commit("Tried");
        project.Stack("staging", Stack("2"));
        project.Files.Commit("And gone on");

        var run = () => StackRun.Run(project.Files.Path, "prod", Nothing);

        await run.Should().NotThrowAsync();
    }

    private static async Task<MovingProject> Project(string require) =>
        (await new MovingProject().Released("greeting", 2))
            .Stack("staging", "config:\n  aws:region: us-east-1\n")
            .Stack("prod", Stack("1") + $"  bedrock-prompts:require: {require}\n");

    private static string Stack(string live) =>
        $"config:\n  aws:region: us-east-1\n  bedrock-prompts:live: {{ greeting: {live} }}\n";

    private static string Message(string line) => line[line.IndexOf("error PRM", StringComparison.Ordinal)..];
}
