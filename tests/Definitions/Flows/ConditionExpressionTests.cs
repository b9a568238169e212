using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Definitions.Flows;
using Infra.Definitions.Flows.Expressions;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Definitions.Flows;

public sealed class ConditionExpressionTests
{
    private static readonly Dictionary<string, FlowDataType> Inputs = new()
    {
        ["price"] = FlowDataType.Number,
        ["kind"] = FlowDataType.String,
        ["fresh"] = FlowDataType.Boolean,
        ["basket"] = FlowDataType.Array,
    };

    private static readonly Dictionary<string, Value> Values = new()
    {
        ["price"] = 12.5m,
        ["kind"] = "produce",
        ["fresh"] = true,
        ["basket"] = Shorthand.List("apple"),
    };

    [Theory]
    [InlineData("(price > 10) and (kind == \"produce\")", true)]
    [InlineData("price > 10 and kind == \"meat\" or fresh == true", true)]
    [InlineData("price > 10 and (kind == \"meat\" or fresh == false)", false)]
    [InlineData("not price >= 12.5", false)]
    [InlineData("not (not fresh)", true)]
    [InlineData("price != -3", true)]
    [InlineData("kind == \"say \\\"hi\\\"\"", false)]
    [InlineData("(price < 20) == fresh", true)]
    public void A_condition_is_decided(string text, bool expected)
    {
        var condition = ConditionExpression.Parse(text).Expression!;

        ConditionTypes.Check(condition, Inputs).Should().BeNull();
        ConditionEvaluation.Evaluate(condition, Values.GetValueOrDefault).Should().Be(expected);
    }

    [Theory]
    [InlineData("price > kind")]
    [InlineData("absent == 1")]
    [InlineData("kind")]
    public void A_condition_that_cannot_be_decided_has_no_answer(string text) =>
        ConditionEvaluation.Evaluate(ConditionExpression.Parse(text).Expression!, Values.GetValueOrDefault)
            .Should().BeNull();

    [Theory]
    [InlineData("kind == 'produce'", 8, "double quotes")]
    [InlineData("kind = \"produce\"", 5, "'=='")]
    [InlineData("kind == \"produce", 8, "no closing quote")]
    [InlineData("fresh && price > 1", 6, "'and'")]
    [InlineData("kind.name == \"x\"", 4, "names of the node's inputs")]
    [InlineData("price >", 7, "an input, a constant or '('")]
    [InlineData("(price > 1", 10, "')'")]
    [InlineData("price > 1)", 9, "an opening parenthesis")]
    [InlineData("price > 1 kind == \"x\"", 10, "'and', 'or' or the end")]
    [InlineData("price > 1.2.3", 8, "no meaning")]
    [InlineData("", 0, "an input, a constant or '('")]
    public void What_cannot_be_read_says_where_and_why(string text, int offset, string cause)
    {
        var fault = ConditionExpression.Parse(text).Fault;

        fault!.Offset.Should().Be(offset);
        fault.Cause.Should().Contain(cause);
    }

    [Theory]
    [InlineData("1 == 1", "does not use an input")]
    [InlineData("prize > 1", "Did you mean 'price'?")]
    [InlineData("kind > \"a\"", "only numbers can be ordered")]
    [InlineData("kind == 3", "a String is compared with a Number")]
    [InlineData("basket == \"apple\"", "an Array cannot be compared")]
    [InlineData("price", "a comparison is expected")]
    [InlineData("(price) == 3 and (kind or fresh)", "a comparison is expected")]
    public void What_cannot_be_compared_is_faulted(string text, string cause) =>
        ConditionTypes.Check(ConditionExpression.Parse(text).Expression!, Inputs)!.Cause.Should().Contain(cause);

    [Fact]
    public void Blanks_and_needless_parentheses_make_no_other_condition() =>
        ConditionExpression.Parse("((price>10)) and(kind==\"a\")").Expression!.Normalised
            .Should().Be(ConditionExpression.Parse("price > 10 and kind == \"a\"").Expression!.Normalised);

    [Fact]
    public void Anything_is_either_read_or_faulted() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(20261121, 7).WithMaxTest(2000),
        Prop.ForAll(Garbage(), text =>
        {
            var (expression, fault) = ConditionExpression.Parse(text);
            if (expression is not null)
            {
                ConditionTypes.Check(expression, Inputs);
                ConditionEvaluation.Evaluate(expression, Values.GetValueOrDefault);
            }

            return (expression is null) != (fault is null);
        }));

    private static Arbitrary<string> Garbage() => Gen
        .Elements(
            "price", "kind", "fresh", "and ", "or ", "not ", "(", ")", "==", "<",
            "\"a\"", "\"", "1", "-", " ", "'", "\\")
        .ArrayOf()
        .Select(string.Concat)
        .ToArbitrary();
}
