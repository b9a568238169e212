using System.Text.Json;
using FluentAssertions;
using Infra.Smoke.Judging;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Smoke;

public sealed class CallExpectationTests
{
    private static readonly Answer Full = new()
    {
        Text = "hello",
        StopReason = "end_turn",
        ToolCalls = [new("get_weather", JsonElement.Parse("""{ "city": "Paris", "days": 2 }"""))],
        Usage = new(100, 50, Total: null),
        Latency = TimeSpan.FromSeconds(1.5),
        Cost = 0.002m,
        Flow = new()
        {
            Path = ["Message", "Classify", "IsBilling", "Answer"],
            Outputs =
            [
                new("Classify", "modelCompletion", JsonElement.Parse("\"billing\"")),
                new("Answer", "document", JsonElement.Parse("""{ "total": 3 }""")),
            ],
            Completion = "SUCCESS",
        },
    };

    [Theory]
    [InlineData("finish-reason: end_turn")]
    [InlineData("finish-reason: [max_tokens, end_turn]")]
    [InlineData("latency: 1500ms")]
    [InlineData("latency: 2s")]
    [InlineData("tokens: 150")]
    [InlineData("tokens: { input: 100, output: 60 }")]
    [InlineData("cost: 0.002")]
    [InlineData("tool-called: get_weather")]
    [InlineData("tool-called: { name: get_weather, input: { city: Paris } }")]
    [InlineData("flow-completed: true")]
    [InlineData("flow-path: [Message, IsBilling, Answer]")]
    [InlineData("flow-node-output: { node: Classify, equals: billing }")]
    [InlineData("flow-node-output: { node: Classify, output: modelCompletion }")]
    [InlineData("flow-node-output: { node: Answer, json-path: { path: $.total, equals: 3 } }")]
    [InlineData("no-template-leak: true")]
    [InlineData("no-secrets: true")]
    public void It_holds_and_its_opposite_does_not(string item)
    {
        Judge(item, Full).Should().Be(Outcome.Pass);
        Judge($"not-{item}", Full).Should().Be(Outcome.Fail);
    }

    [Theory]
    [InlineData("finish-reason: max_tokens", "the model stopped with end_turn, not max_tokens")]
    [InlineData("latency: 1s", "the call took 1.5s, more than 1s")]
    [InlineData("tokens: 149", "150 tokens were used, more than 149")]
    [InlineData("tokens: { output: 49, total: 1000 }", "50 tokens were written, more than 49")]
    [InlineData("cost: 0.001", "the call cost 0.002 US dollars, more than 0.001 US dollars")]
    [InlineData("tool-called: send_mail", "the model called get_weather, not send_mail")]
    [InlineData("tool-called: { name: get_weather, input: { city: Rome } }",
        "the model called get_weather with *Paris*, not *Rome*")]
    [InlineData("flow-path: [Answer, Message]",
        "the flow went Message > Classify > IsBilling > Answer, and not on to Message")]
    [InlineData("flow-node-output: { node: Classify, equals: refund }",
        "Classify.modelCompletion is 'billing', not 'refund'")]
    [InlineData("flow-node-output: { node: Refund }", "Refund put nothing out")]
    [InlineData("flow-node-output: { node: Classify, output: other }", "Classify.other put nothing out")]
    public void It_does_not_hold_and_its_opposite_does(string item, string reason)
    {
        SmokeCases.Judge($"{{ {item} }}", Full).Reason.Should().Match(reason);
        Judge(item, Full).Should().Be(Outcome.Fail);
        Judge($"not-{item}", Full).Should().Be(Outcome.Pass);
    }

    [Theory]
    [InlineData("contains: a")]
    [InlineData("is-refusal: true")]
    [InlineData("no-template-leak: true")]
    [InlineData("no-secrets: true")]
    [InlineData("no-prompt-leak: true")]
    [InlineData("finish-reason: end_turn")]
    [InlineData("latency: 5s")]
    [InlineData("tokens: 5")]
    [InlineData("tokens: { input: 5 }")]
    [InlineData("cost: 5")]
    [InlineData("tool-called: a")]
    [InlineData("flow-completed: true")]
    [InlineData("flow-path: [A]")]
    [InlineData("flow-node-output: { node: A }")]
    [InlineData("all-of: [{ cost: 5 }]")]
    public void What_is_unknown_never_passes_either_way(string item)
    {
        Judge(item, new()).Should().Be(Outcome.Unknown);
        Judge($"not-{item}", new()).Should().Be(Outcome.Unknown);
        SmokeCases.Judge($"{{ {item}, severity: warn }}", new Answer()).Outcome.Should().Be(Outcome.Warn);
    }

    [Theory]
    [InlineData("any-of: [{ cost: 5 }, { contains: hello }]", Outcome.Pass)]
    [InlineData("any-of: [{ cost: 5 }, { contains: bye }]", Outcome.Unknown)]
    [InlineData("all-of: [{ cost: 5 }, { contains: bye }]", Outcome.Fail)]
    [InlineData("none-of: [{ cost: 5 }, { contains: hello }]", Outcome.Fail)]
    [InlineData("none-of: [{ cost: 5 }, { contains: bye }]", Outcome.Unknown)]
    public void An_unknown_part_leaves_a_group_unknown_unless_another_settles_it(string item, Outcome outcome) =>
        Judge(item, Answer.OfSample("hello")).Should().Be(outcome);

    [Fact]
    public void A_flow_that_waits_for_input_has_not_completed()
    {
        var waiting = Full with { Flow = new() { Completion = "INPUT_REQUIRED" } };

        Judge("flow-completed: true", waiting).Should().Be(Outcome.Fail);
    }

    [Fact]
    public void No_tool_called_is_known_when_the_list_is_empty()
    {
        var silent = Full with { ToolCalls = [] };

        Judge("tool-called: a", silent).Should().Be(Outcome.Fail);
    }

    private static Outcome Judge(string item, Answer answer) => SmokeCases.Judge($"{{ {item} }}", answer).Outcome;
}
