using FluentAssertions;
using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Local.Deploy;

public sealed class MovedRegionTests
{
    [Fact]
    public async Task A_stack_whose_region_changes_gets_everything_in_the_new_one_and_leaves_nothing_in_the_old()
    {
        await using var stack = await LocalStack.Start();
        var plan = Plan();
        await stack.Deploy(plan);

        await stack.Deploy(plan, "eu-central-1");

        foreach (var type in plan.Resources.Select(resource => resource.Type).Distinct().Where(IsRegional))
        {
            (await stack.Count(type)).Should().Be(0, type);
        }

        (await stack.Count("AWS::Bedrock::Prompt", "eu-central-1")).Should().Be(4);
        (await stack.Count("AWS::SSM::Parameter", "eu-central-1")).Should().Be(5);
        (await stack.Deploy(plan, "eu-central-1")).Should().BeEmpty();
    }

    [Fact]
    public async Task Protected_resources_are_not_left_behind_and_it_is_said_what_to_do()
    {
        await using var stack = await LocalStack.Start();
        var plan = Plan("protect: true");
        await stack.Deploy(plan);

        var move = () => stack.Deploy(plan, "eu-central-1");

        (await move.Should().ThrowAsync<DeployException>()).WithMessage("*is in us-east-1 and is protected*");
        (await stack.Deploy(plan)).Should().BeEmpty();
    }

    private static Plan Plan(params string[] settings) => new FlowProject { Settings = settings }.Plan();

    private static bool IsRegional(string type) =>
        !type.StartsWith("AWS::IAM::", StringComparison.Ordinal)
        && type is not ("AWS::Bedrock::PromptVersion" or "AWS::Bedrock::FlowVersion" or "AWS::Bedrock::FlowAlias");
}
