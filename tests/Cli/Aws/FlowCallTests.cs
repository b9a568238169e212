using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Cli.Aws;
using Infra.Local.Protocol.Wire;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Cli.Aws;

public sealed class FlowCallTests
{
    private const string Alias = "arn:aws:bedrock:eu-central-1:111122223333:flow/FLOW567890/alias/ALIAS67890";

    private static readonly FlowInputDocument Question = new("Message", "Where is ORD-1?");

    private static readonly byte[] Output = Answers.Event(
        "flowOutputEvent",
        """{"nodeName":"Answer","nodeType":"FlowOutputNode","content":{"document":"On its way, María"}}""");

    private static readonly byte[] Completed =
        Answers.Event("flowCompletionEvent", """{"completionReason":"SUCCESS"}""");

    [Fact]
    public async Task The_alias_is_called_with_the_document_of_the_input_node()
    {
        await using var server = await Loopback.Giving(Answers.Events(Output, Completed));
        using var aws = new AwsClients(server.Connection);

        await FlowCall.Invoke(aws, Alias, Question, trace: true, default);

        Assert.Equal("POST", server.Only.Method);
        Assert.Equal("/flows/FLOW567890/aliases/ALIAS67890", server.Only.Target);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                {
                  "enableTrace": true,
                  "inputs": [
                    {
                      "nodeName": "Message",
                      "nodeOutputName": "document",
                      "content": { "document": "Where is ORD-1?" }
                    }
                  ]
                }
                """),
            JsonNode.Parse(server.Only.Body)));
    }

    [Fact]
    public async Task A_document_may_be_JSON()
    {
        await using var server = await Loopback.Giving(Answers.Events(
            Answers.Event(
                "flowOutputEvent", """{"nodeName":"Out","content":{"document":{"score":0.5,"tags":["a",null,2]}}}"""),
            Completed));
        using var aws = new AwsClients(server.Connection);
        var input = Shorthand.Map(("ids", Shorthand.List(1, 5_000_000_000m, 0.25m)), ("vip", true));

        var answer = await FlowCall.Invoke(aws, Alias, new FlowInputDocument("In", input), trace: false, default);

        Assert.Equal(
            """{"ids":[1,5000000000,0.25],"vip":true}""",
            JsonNode.Parse(server.Only.Body)!["inputs"]![0]!["content"]!["document"]!.ToJsonString());
        Assert.Equal("""{"score":0.5,"tags":["a",null,2]}""", CanonicalJson.Compact(answer.Outputs.Single().Document));
    }

    [Fact]
    public async Task Outputs_the_end_and_the_trace_are_read_in_order()
    {
        await using var server = await Loopback.Giving(Answers.Events(
            Trace("nodeInputTrace", "Classify", """[{"nodeInputName":"ticket","content":{"document":"late"}}]"""),
            Trace("nodeOutputTrace", "Classify", """[{"nodeOutputName":"label","content":{"document":"billing"}}]"""),
            Answers.Event(
                "flowTraceEvent",
                """
                {"trace":{"conditionNodeResultTrace":{"nodeName":"IsBilling","timestamp":"2026-11-21T06:00:00Z",
                "satisfiedConditions":[{"conditionName":"billing"}]}}}
                """),
            Output,
            Completed));
        using var aws = new AwsClients(server.Connection);

        var answer = await FlowCall.Invoke(aws, Alias, Question, trace: true, default);

        Assert.Equal(new FlowOutputDocument("Answer", "On its way, María"), Assert.Single(answer.Outputs));
        Assert.Equal("SUCCESS", answer.Completion);
        Assert.Equal("execution-1", answer.ExecutionId);
        Assert.Equal(Loopback.RequestId, answer.RequestId);
        Assert.Equal(["Classify", "Classify", "IsBilling"], answer.Trace.Select(step => step.Node));
        Assert.Equal("late", Text(Assert.IsType<FlowStep.TookInputs>(answer.Trace[0]).Inputs["ticket"]));
        Assert.Equal("billing", Text(Assert.IsType<FlowStep.GaveOutputs>(answer.Trace[1]).Outputs["label"]));
        Assert.Equal("billing", Assert.Single(Assert.IsType<FlowStep.Decided>(answer.Trace[2]).Conditions));
    }

    [Theory]
    [InlineData("throttlingException", "Throttled")]
    [InlineData("internalServerException", "ServerFault")]
    [InlineData("badGatewayException", "ServerFault")]
    [InlineData("accessDeniedException", "Denied")]
    [InlineData("resourceNotFoundException", "NotFound")]
    [InlineData("validationException", "Refused")]
    [InlineData("dependencyFailedException", "Refused")]
    public async Task A_failure_inside_the_stream_is_told_apart_like_any_other(string exception, string kind)
    {
        await using var server = await Loopback.Giving(Answers.Events(Output, Answers.Exception(exception, "no luck")));
        using var aws = new AwsClients(server.Connection);

        var failure = await Failed(aws);

        Assert.Equal(kind, failure.GetType().Name);
        Assert.EndsWith(": no luck", failure.Message, StringComparison.Ordinal);
        Assert.Equal(Loopback.RequestId, failure.RequestId);
    }

    [Fact]
    public async Task A_stream_that_breaks_off_is_a_broken_connection()
    {
        await using var server = await Loopback.Giving(Answers.Events(Output, Completed[..20]) with { Breaks = true });
        using var aws = new AwsClients(server.Connection);

        Assert.IsType<AwsFailure.Unreachable>(await Failed(aws));
    }

    [Fact]
    public async Task A_frame_with_a_wrong_checksum_is_a_broken_connection()
    {
        var frame = EventFrame.Event("flowOutputEvent", "{}"u8);
        frame[^5] ^= 1;
        await using var server = await Loopback.Giving(Answers.Events(frame, Completed));
        using var aws = new AwsClients(server.Connection);

        Assert.IsType<AwsFailure.Unreachable>(await Failed(aws));
    }

    [Fact]
    public async Task An_event_that_the_SDK_does_not_know_makes_the_answer_unreadable()
    {
        await using var server = await Loopback.Giving(Answers.Events(Answers.Event("ofTheFuture", "{}"), Completed));
        using var aws = new AwsClients(server.Connection);

        Assert.IsType<AwsFailure.Unreadable>(await Failed(aws));
    }

    [Fact]
    public async Task A_stream_that_goes_silent_ends_with_the_timeout()
    {
        await using var server = await Loopback.Giving(Answers.Events(Output) with { Hangs = true });
        using var aws = new AwsClients(server.Connection);

        var failure = await Failed(aws, TimeSpan.FromMilliseconds(300));

        Assert.IsType<AwsFailure.TimedOut>(failure);
        Assert.Equal(Loopback.RequestId, failure.RequestId);
    }

    private static async Task<AwsFailure> Failed(AwsClients aws, TimeSpan? timeout = null) =>
        (await AwsCall.Try(
            stop => FlowCall.Invoke(aws, Alias, Question, trace: false, stop),
            timeout ?? TimeSpan.FromSeconds(30),
            default))
        .Should().BeOfType<AwsOutcome<FlowAnswer>.Failed>().Which.Failure;

    private static byte[] Trace(string kind, string node, string fields) => Answers.Event(
        "flowTraceEvent",
        $$"""
        { "trace": { "{{kind}}": {
          "nodeName": "{{node}}", "timestamp": "2026-11-21T06:00:00Z", "fields": {{fields}} } } }
        """);

    private static string Text(Value value) => Assert.IsType<Value.Text>(value).Content;
}
