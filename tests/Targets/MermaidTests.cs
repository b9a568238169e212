using FluentAssertions;
using Infra.Graphs;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Targets;

public sealed class MermaidTests
{
    [Fact]
    public void Every_type_of_node_has_its_shape() =>
        Recorded.Equal("flows/rendered/every-node.mmd", Mermaid.Render(SampleFlow.EveryNode));

    [Fact]
    public void What_changed_is_coloured()
    {
        var before = SampleFlow.OfNodes("""
              Message: { type: Input, output: String }
              Sort: { type: Condition, conditions: { bill: t == "bill" }, inputs: { t: Message.document } }
              Old: { type: Output, when: Sort.bill, inputs: { document: Message.document } }
            """);
        var after = SampleFlow.OfNodes("""
              Message: { type: Input, output: String }
              Sort: { type: Condition, conditions: { bill: t == "bills" }, inputs: { t: Message.document } }
              New: { type: Output, when: Sort.bill, inputs: { document: Message.document } }
              Rest: { type: Output, when: Sort.default, inputs: { document: Message.document } }
            """);

        Recorded.Equal("flows/rendered/changed.mmd", Mermaid.Render(before, after));
    }

    [Fact]
    public void A_flow_that_stays_has_no_colours() =>
        Mermaid.Render(SampleFlow.EveryNode, SampleFlow.EveryNode).Should().Be(Mermaid.Render(SampleFlow.EveryNode));

    [Theory]
    [InlineData("a \"quote\"", "a #34;quote#34;")]
    [InlineData("`markdown`", "#96;markdown#96;")]
    [InlineData("#quot;", "#35;quot;")]
    [InlineData("<script>&", "#60;script#62;#38;")]
    [InlineData("%%{init: {}}%%", "#37;#37;{init: {}}#37;#37;")]
    [InlineData("a\\nb\n```\r\u0085c", "a#92;nb #96;#96;#96;  c")]
    [InlineData("日本 ${x}", "日本 ${x}")]
    public void A_name_cannot_leave_its_quotes(string name, string spelled) =>
        Mermaid.Render(OneNode(name)).Should().Be($"flowchart TD\n  n1[\"{spelled}\"]\n");

    [Fact]
    public void A_long_name_is_cut_between_characters() =>
        Mermaid.Render(OneNode(new string('a', 79) + "🙂🙂")).Should().Contain($"[\"{new string('a', 79)}...\"]");

    [Fact]
    public void A_line_without_an_end_is_left_out() =>
        Mermaid.Render(Shorthand.Map(("Nodes", Shorthand.List()), ("Connections", Shorthand.List(Shorthand.Map(
            ("Source", "A"), ("Target", "B")))))).Should().Be("flowchart TD\n");

    private static Value.Map OneNode(string name) =>
        Shorthand.Map(("Nodes", Shorthand.List(Shorthand.Map(("Name", name), ("Type", "Unknown")))));
}
