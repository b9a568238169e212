using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Definitions.Flows;

public sealed class FlowConnectionsTests
{
    private static readonly string Long = string.Join('_', Enumerable.Repeat("x", 51));

    [Fact]
    public void Names_that_would_be_the_same_are_told_apart() => NamesOf("""
        kind: flow
        nodes:
          Aa: { type: Input, outputs: { bb_to_Cc: String } }
          Aa_bb: { type: Input, outputs: { dd: String } }
          Cc_dd: { type: LambdaFunction, lambdaArn: x, inputs: { ee: Aa_bb.dd, ff: { from: [Aa_bb.dd, Aa_bb.dd] } } }
        """).Should().Equal("Aa_bb_dd_to_Cc_dd_ee", "Aa_bb_dd_to_Cc_dd_ff", "Aa_bb_dd_to_Cc_dd_ff_2");

    [Fact]
    public void A_stated_name_goes_before_a_derived_one() => NamesOf("""
        kind: flow
        nodes:
          Start: { type: Input }
          End: { type: Output, inputs: { document: Start.document } }
          Other:
            type: Output
            inputs: { document: { from: Start.document, connection: Start_document_to_End_document } }
        """).Should().Equal("Start_document_to_End_document_2", "Start_document_to_End_document");

    [Fact]
    public void Names_fit_the_pattern_however_long_their_parts_are() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(20261121, 7),
        Prop.ForAll(Part(), Part(), (left, right) =>
        {
            var source = new FlowSource(new(left, default), new(right, default), null);
            var name = FlowConnections.Derive(source, right, left);
            return Names.IsFlowName(name, FlowConnections.LongestName)
                && (left == right || name != FlowConnections.Derive(source, left, left));
        }));

    [Theory]
    [InlineData("Ab", true)]
    [InlineData("a_b", true)]
    [InlineData("a", false)]
    [InlineData("1a", false)]
    [InlineData("a__b", false)]
    [InlineData("ab_", false)]
    [InlineData("a-b", false)]
    [InlineData("", false)]
    public void A_name_follows_the_pattern(string name, bool expected) =>
        Names.IsFlowName(name, 51).Should().Be(expected);

    [Fact]
    public void A_name_has_at_most_51_letters_and_any_underscores_between_them()
    {
        Names.IsFlowName(Long, 51).Should().BeTrue();
        Names.IsFlowName(Long + "x", 51).Should().BeFalse();
    }

    private static IEnumerable<string> NamesOf(string yaml) => FlowConnections
        .Of(((Flow)Catalog.Read(new MemoryTree(("prompts/flow.yaml", yaml))).Value!.Definitions["flow"]).Body)
        .Select(connection => connection.Name);

    private static Arbitrary<string> Part() => Gen.Choose(2, 51)
        .SelectMany(length => Gen.Elements("a", "B_", "7").ArrayOf(length))
        .Select(letters => "n" + string.Concat(letters).TrimEnd('_'))
        .ToArbitrary();
}
