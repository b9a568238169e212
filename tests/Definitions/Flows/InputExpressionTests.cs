using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Definitions.Flows.Expressions;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Definitions.Flows;

public sealed class InputExpressionTests
{
    private const string Order = """
        {
          "id": "A-1",
          "items": [ { "name": "pen", "price": 2 }, { "name": "ink", "price": 9 }, { "price": 1 } ],
          "größe": 3
        }
        """;

    [Theory]
    [InlineData("$.data.id", "\"A-1\"")]
    [InlineData("$.data.größe", "3")]
    [InlineData("$.data.items[1].name", "\"ink\"")]
    [InlineData("$.data.items[*].name", "[\"pen\",\"ink\"]")]
    [InlineData("$.data.items.*.price", "[2,9,1]")]
    [InlineData("$.data.items[0, 2].price", "[2,1]")]
    [InlineData("$.data.items[1:].price", "[9,1]")]
    [InlineData("$.data.items[:1].price", "[2]")]
    [InlineData("$.data.items[0:2].price", "[2,9]")]
    [InlineData("$.data.items[7:2].price", "[]")]
    [InlineData("$.data.items[7]", null)]
    [InlineData("$.data.id.more", null)]
    public void A_part_is_taken(string expression, string? expected)
    {
        var found = InputEvaluation.Evaluate(InputExpression.Parse(expression).Expression!, JsonValue.Parse(Order));

        (found is null ? null : CanonicalJson.Compact(found)).Should().Be(expected);
    }

    [Theory]
    [InlineData("$.name", 0, "must start with $.data")]
    [InlineData("$.data.", 7, "a name or '*'")]
    [InlineData("$.database", 6, "'.' or '['")]
    [InlineData("$.data[x]", 7, "a number or '*'")]
    [InlineData("$.data['x']", 7, "a name follows '.'")]
    [InlineData("$.data[1,]", 9, "a number")]
    [InlineData("$.data[1", 8, "']'")]
    [InlineData("$.data[99999999999]", 18, "a number or '*'")]
    public void What_cannot_be_read_says_where_and_why(string expression, int offset, string cause)
    {
        var fault = InputExpression.Parse(expression).Fault;

        fault!.Offset.Should().Be(offset);
        fault.Cause.Should().Contain(cause);
    }

    [Fact]
    public void An_expression_is_at_most_64_characters_long()
    {
        InputExpression.Parse("$.data." + new string('x', 57)).Fault.Should().BeNull();
        InputExpression.Parse("$.data." + new string('x', 58)).Fault!.Cause.Should().Contain("64");
    }

    [Fact]
    public void Anything_is_either_read_or_faulted() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(20261121, 7).WithMaxTest(2000),
        Prop.ForAll(Garbage(), text =>
        {
            var (expression, fault) = InputExpression.Parse(text);
            var found = expression is null ? null : InputEvaluation.Evaluate(expression, JsonValue.Parse(Order));
            return (expression is null) != (fault is null)
                && (expression is not { FindsSeveral: true } || found is Value.List);
        }));

    private static Arbitrary<string> Garbage() => Gen
        .Elements("$.data", ".", "[", "]", "*", ":", ",", "0", "12", "items", " ", "'", "é", "-")
        .ArrayOf()
        .Select(string.Concat)
        .ToArbitrary();
}
