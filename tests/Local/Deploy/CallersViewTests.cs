using FluentAssertions;
using Infra.Planning;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Local.Deploy;

public sealed class CallersViewTests
{
    private const string Alias = "/bedrock-prompts/prod/topic/live";

    private static readonly Plan Plan = new FlowProject { Live = ["topic: [1, 2]"] }.Plan();

    [Fact]
    public async Task An_alias_that_was_moved_by_hand_is_moved_back()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan);
        var before = (await stack.Read("AWS::SSM::Parameter", Alias))["Value"];
        await stack.Update("AWS::SSM::Parameter", Alias, "Value", "arn:aws:bedrock:us-east-1:123456789012:prompt/X");

        (await stack.Deploy(Plan)).Should().Equal("UpdateResource AWS::SSM::Parameter");

        (await stack.Read("AWS::SSM::Parameter", Alias))["Value"].Should().Be(before);
        (await stack.Deploy(Plan)).Should().BeEmpty();
    }

    [Fact]
    public async Task An_alias_that_was_deleted_by_hand_comes_back()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan);
        await stack.Delete("AWS::SSM::Parameter", Alias);

        (await stack.Deploy(Plan)).Should().Equal("CreateResource AWS::SSM::Parameter");
    }

    [Fact]
    public async Task A_flow_alias_that_was_deleted_by_hand_comes_back_and_callers_are_led_there()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan);
        var arn = await Called(stack);
        await stack.Delete("AWS::Bedrock::FlowAlias", $"{arn}|{arn.Split("/alias/")[0]}");

        (await stack.Deploy(Plan)).Should().StartWith("CreateResource AWS::Bedrock::FlowAlias")
            .And.Contain("UpdateResource AWS::SSM::Parameter");
        (await Called(stack)).Should().NotBe(arn);
    }

    private static async Task<string> Called(LocalStack stack) =>
        ((Value.Text)(await stack.Read("AWS::SSM::Parameter", "/bedrock-prompts/prod/triage/live"))["Value"]!).Content;
}
