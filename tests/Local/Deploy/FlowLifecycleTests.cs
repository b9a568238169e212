using FluentAssertions;
using Infra.Cli.Aws;
using Infra.Planning;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;
using FlowCall = Infra.Cli.Aws.FlowCall;

namespace Infra.Tests.Local.Deploy;

/// <summary>What the steps of a flow and of a prompt that it uses take, and what its callers see meanwhile.</summary>
public sealed class FlowLifecycleTests
{
    private static readonly string[] NewVersion =
    [
        "UpdateResource AWS::Bedrock::Flow",
        "CreateResource AWS::Bedrock::FlowVersion",
        "UpdateResource AWS::Bedrock::FlowAlias",
        "DeleteResource AWS::Bedrock::FlowVersion",
    ];

    [Fact]
    public async Task A_promotion_and_a_rollback_of_a_flow_take_three_writes_and_one_delete()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan());

        (await stack.Deploy(Plan("triage: [1, 2]"))).Should().Equal(NewVersion);
        (await stack.Deploy(Plan("triage: { kept: [1, 2], live: 1 }"))).Should().Equal(NewVersion);
        (await stack.Deploy(Plan("triage: { kept: [1, 2], live: 1 }"))).Should().BeEmpty();
    }

    [Fact]
    public async Task A_prompt_that_a_flow_uses_moves_the_flow_with_it_and_no_access()
    {
        await using var stack = await LocalStack.Start();
        await stack.Deploy(Plan());

        var promotion = await stack.Deploy(Plan("topic: [1, 2]"));
        var rollback = await stack.Deploy(Plan("topic: { kept: [1, 2], live: 1 }"));

        promotion.Should().BeEquivalentTo(
        [
            "UpdateResource AWS::Bedrock::Prompt",
            "CreateResource AWS::Bedrock::PromptVersion",
            "UpdateResource AWS::SSM::Parameter",
            .. NewVersion,
        ]);
        rollback.Should().BeEquivalentTo(["UpdateResource AWS::SSM::Parameter", .. NewVersion]);
        promotion.Where(NewVersion.Contains).Should().Equal(NewVersion);
    }

    [Fact]
    public async Task At_every_moment_callers_of_the_flow_get_the_old_or_the_new_answer()
    {
        await using var stack = await LocalStack.Start(new() { Answers = call => call.Text });
        using var aws = new AwsClients(AwsConnection.ToLocal(stack.Url, "us-east-1"));
        await stack.Deploy(Plan());
        var before = await Ask(stack, aws);
        string[][] steps = [["topic: [2]"], ["topic: [2]", "triage: [2]"], ["answer: [2]", "triage: [1]"]];
        foreach (var live in steps)
        {
            var seen = await Readers.During(stack.Deploy(Plan(live)), () => Ask(stack, aws));
            var after = await Ask(stack, aws);

            after.Should().NotBe(before);
            seen.Should().NotBeEmpty().And.BeSubsetOf([before, after]);
            before = after;
        }
    }

    private static Plan Plan(params string[] live) => new FlowProject { Live = live }.Plan();

    private static async Task<string> Ask(LocalStack stack, AwsClients aws)
    {
        var alias = await stack.Read("AWS::SSM::Parameter", "/bedrock-prompts/prod/triage/live");
        var arn = ((Value.Text)alias["Value"]!).Content;
        var answer = await FlowCall.Invoke(aws, arn, new("Message", "Help"), trace: false, default);
        return string.Join('\n', answer.Outputs.Select(output => $"{output.Node}: {output.Document}"));
    }
}
