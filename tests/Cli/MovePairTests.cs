using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

/// <summary>A flow and its prompt that fit each other only at the same release move together.</summary>
public sealed class MovePairTests
{
    [Fact]
    public async Task A_prompt_is_not_promoted_away_from_its_flow_and_the_pair_is()
    {
        using var project = Project("kb-answer: [1]", "help-desk: [1]");
        var alone = await project.Run("promote", "kb-answer", "--stack", "prod");
        var unchanged = project.Stack("prod");

        var pair = await project.Run("promote", "kb-answer", "--with", "help-desk@2", "--stack", "prod");

        alone.Exit.Should().Be(1);
        alone.Output.Should().BeEmpty();
        alone.Error.Should().Contain("PRM440").And.Contain("'--with help-desk@2'");
        unchanged.Should().Contain("kb-answer: [1]\n");
        pair.Exit.Should().Be(0);
        project.Stack("prod").Should().Contain("kb-answer: [1, 2]\n").And.Contain("help-desk: [1, 2]\n");
    }

    [Fact]
    public async Task Neither_is_it_rolled_back_alone()
    {
        using var project = Project("kb-answer: [1, 2]", "help-desk: [1, 2]");

        var alone = await project.Run("rollback", "help-desk", "--stack", "prod");
        var pair = await project.Run("rollback", "help-desk", "--with", "kb-answer", "--stack", "prod");

        alone.Exit.Should().Be(1);
        alone.Error.Should().Contain("PRM440").And.Contain("help-desk");
        pair.Exit.Should().Be(0);
        project.Stack("prod").Should().Contain("kb-answer: { kept: [1, 2], live: 1 }")
            .And.Contain("help-desk: { kept: [1, 2], live: 1 }");
    }

    [Fact]
    public async Task Plan_and_validate_refuse_the_pair_as_well()
    {
        using var project = Project("kb-answer: [1, 2]", "help-desk: [1]");

        (await project.Run("validate")).Error.Should().Contain("Pulumi.prod.yaml(5,16): error PRM440");
        (await project.Run("plan", "prod")).Exit.Should().Be(1);
        (await project.Run("up", "prod", "--local")).Exit.Should().Be(1);
    }

    [Fact]
    public async Task A_working_file_that_is_broken_stops_no_rollback_of_what_is_released()
    {
        using var project = Project("kb-answer: [1, 2]", "help-desk: [1, 2]");
        project.Files.Write("prompts/other.yaml", "model: [\n");

        var rollback = await project.Run("rollback", "help-desk", "--with", "kb-answer", "--stack", "prod");

        rollback.Exit.Should().Be(0);
        rollback.Error.Should().Contain("prompts/other.yaml").And.Contain("warning PRM441");
        (await project.Run("promote", "kb-answer@2", "--with", "help-desk@2", "--stack", "prod")).Exit.Should().Be(0);
        (await project.Run("plan", "prod")).Exit.Should().Be(0);
        (await project.Run("validate")).Exit.Should().Be(1);
    }

    private static MovingProject Project(params string[] live)
    {
        var project = new MovingProject();
        var tree = new PairedProject().Tree(live);
        foreach (var path in tree.Paths)
        {
            project.Files.Write(path, System.Text.Encoding.UTF8.GetString(tree.Read(path)!));
        }

        return project;
    }
}
