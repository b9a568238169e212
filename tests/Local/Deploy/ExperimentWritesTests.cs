using FluentAssertions;
using Infra.Planning;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Local.Deploy;

public sealed class ExperimentWritesTests
{
    private const string Start = "CreateResource AWS::SSM::Parameter";
    private const string Move = "UpdateResource AWS::SSM::Parameter";
    private const string End = "DeleteResource AWS::SSM::Parameter";

    private static readonly SampleProject Project = new()
    {
        Releases = ["One {{name}}.", "Two {{name}}.", "Three {{name}}."],
    };

    [Fact]
    public async Task Start_ramp_stop_and_end_take_one_one_one_and_two_writes_and_live_never_moves_before()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan("{ kept: [1, 2], live: 1 }"));

        var start = await stack.Deploy(Plan("{ kept: [1, 2], live: 1 }", coverage: 20));
        var ramp = await stack.Deploy(Plan("{ kept: [1, 2], live: 1 }", coverage: 50));
        var stop = await stack.Deploy(Plan("{ kept: [1, 2], live: 1 }", coverage: 0));
        var end = await stack.Deploy(Plan("[1, 2]"));

        start.Should().Equal(Start);
        ramp.Should().Equal(Move);
        stop.Should().Equal(Move);
        end.Should().BeEquivalentTo(Move, End);
    }

    [Fact]
    public async Task An_arm_whose_version_is_new_takes_three_and_the_control_stays_with_one_delete()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan("[1]"));

        var start = await stack.Deploy(Plan("{ kept: [1, 2], live: 1 }", coverage: 20));
        var end = await stack.Deploy(Plan("{ kept: [1, 2], live: 1 }"));

        start.Should().Equal(
            "UpdateResource AWS::Bedrock::Prompt", "CreateResource AWS::Bedrock::PromptVersion", Start);
        end.Should().Equal(End);
    }

    private static Plan Plan(string target, int? coverage = null)
    {
        var plan = (Project with
        {
            Target = target,
            Settings = coverage is null ? []
                :
                [
                    "experiments: { greeting: { arms: { control: 1, other: 2 }, "
                        + $"coverage: {coverage}, seed: a }} }}",
                ],
        }).Plan();
        plan.Diagnostics.Should().BeEmpty();
        return plan.Value!;
    }
}
