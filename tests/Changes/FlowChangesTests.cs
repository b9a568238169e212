using FluentAssertions;
using Infra.Changes;
using Infra.Targets;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Changes;

public sealed class FlowChangesTests
{
    private const string Before = """
          Message: { type: Input, output: String }
          Sort:
            type: Condition
            conditions: { billing: topic == "billing", technical: topic == "technical" }
            inputs: { topic: Message.document }
          Reply:
            type: Prompt
            prompt: { model: amazon.nova-lite-v1:0, text: "Answer {{question}} warmly." }
            when: Sort.billing
            inputs: { question: Message.document }
          Answer: { type: Output, inputs: { document: Reply.modelCompletion } }
        """;

    [Fact]
    public void Nothing_changes_between_equal_flows() => Lines(Before, Before).Should().BeEmpty();

    [Fact]
    public void A_node_that_comes_brings_its_connections() =>
        Lines(Before, Before + "\n  Raw: { type: Output, when: Sort.default, inputs: { document: Message.document } }")
            .Should().Equal(
                "behavioural  node Raw added: Output",
                "behavioural  connection Message.document -> Raw.document added",
                "behavioural  connection Sort.default -> Raw added");

    [Fact]
    public void An_output_that_goes_breaks_who_waits_for_it() =>
        Lines(Before, Without("Answer")).Should().Equal(
            "breaking     node Answer removed: Output",
            "behavioural  connection Reply.modelCompletion -> Answer.document removed");

    [Fact]
    public void An_input_of_another_type_breaks_who_sends_it() =>
        Lines(Before, Before.Replace("output: String", "output: Object"))[0]
            .Should().Be("breaking     node Message: output document: type: String -> Object");

    [Fact]
    public void An_inline_prompt_is_compared_word_by_word() =>
        Lines(Before, Before.Replace("warmly", "briefly")).Should().Equal(
            "behavioural  node Reply: text:", "    | Answer {{question}} [-warmly-]{+briefly+}.");

    [Fact]
    public void An_expression_is_compared_word_by_word() =>
        Lines(Before, Before.Replace("\"technical\"", "\"tech\"")).Should().Equal(
            "behavioural  node Sort: condition technical: expression:", "    | topic == \"[-technical-]{+tech+}\"");

    [Fact]
    public void The_order_of_conditions_is_told_because_the_first_that_holds_counts() =>
        Lines(Before, Before.Replace(
                "billing: topic == \"billing\", technical: topic == \"technical\"",
                "technical: topic == \"technical\", billing: topic == \"billing\""))
            .Should().Equal("behavioural  node Sort: order of conditions: "
                + "billing, technical, default -> technical, billing, default");

    [Fact]
    public void Another_prompt_is_named_with_its_release() =>
        Lines(Prompt("reply@1"), Prompt("reply@2"))
            .Should().Equal("behavioural  node Reply: prompt: reply@1 -> reply@2");

    [Fact]
    public void An_inline_prompt_that_becomes_a_prompt_of_the_catalog_is_told() =>
        Lines(Before, Before.Replace(
                "{ model: amazon.nova-lite-v1:0, text: \"Answer {{question}} warmly.\" }", "reply"))
            .Should().Equal("behavioural  node Reply: prompt: inline -> reply");

    [Fact]
    public void A_node_inside_a_loop_is_named_with_the_loop()
    {
        var every = SampleFlow.EveryNode;

        Lines(every, Replace(every, "score != \\\"done\\\"", "score != \\\"over\\\"")).Should().Equal(
            "behavioural  node Improve/GoodEnough: continueCondition.expression:",
            "    | score != \"[-done-]{+over+}\"");
    }

    [Fact]
    public void The_name_of_a_connection_is_cosmetic() =>
        Lines(SampleFlow.EveryNode, Replace(SampleFlow.EveryNode, "TicketToSummarise", "Ticket")).Should().Equal(
            "cosmetic     name of connection Document.document -> Summarise.ticket: TicketToSummarise -> Ticket");

    [Fact]
    public void Whatever_differs_is_told_and_named()
    {
        var every = SampleFlow.EveryNode;

        foreach (var changed in EachChanged(every).Cast<Value.Map>())
        {
            Lines(every, changed).Should()
                .NotBeEmpty(CanonicalJson.Compact(changed)).And
                .NotContain(line => line.Contains("another spelling"), CanonicalJson.Compact(changed));
        }
    }

    /// <summary>The value with one leaf changed, for each leaf that does not follow from others.</summary>
    private static IEnumerable<Value> EachChanged(Value value) => value switch
    {
        Value.Text { Content: "Data" or "Conditional" or "TEXT" } => [],
        Value.Text text => [$"{text.Content}x"],
        Value.Number number => [number.Content + 1],
        Value.Map map => map.Entries.SelectMany(entry =>
            EachChanged(entry.Value).Select(changed => new Value.Map(map.Entries.SetItem(entry.Key, changed)))),
        Value.List list => list.Items.SelectMany((item, i) =>
            EachChanged(item).Select(changed => new Value.List(list.Items.SetItem(i, changed)))),
        Value.Document document => EachChanged(document.Content).Select(Shorthand.Document),
        _ => [],
    };

    private static Value.Map Replace(Value.Map flow, string old, string with) =>
        (Value.Map)JsonValue.Parse(CanonicalJson.Compact(flow).Replace(old, with));

    private static string Without(string node) =>
        string.Join('\n', Before.Split('\n').Where(line => !line.TrimStart().StartsWith(node)));

    private static string Prompt(string prompt) => $$"""
          Message: { type: Input, output: String }
          Reply: { type: Prompt, prompt: {{prompt}}, inputs: { question: Message.document } }
        """;

    private static string[] Lines(string before, string after) =>
        Lines(SampleFlow.OfNodes(before), SampleFlow.OfNodes(after));

    private static string[] Lines(Value.Map before, Value.Map after) =>
        [.. ContentChanges.Between(before, after).SelectMany(ChangeText.Lines)];
}
