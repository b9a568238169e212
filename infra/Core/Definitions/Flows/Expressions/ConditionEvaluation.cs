using System.Diagnostics;
using Infra.Values;

namespace Infra.Definitions.Flows.Expressions;

/// <summary>Decides whether a condition holds.</summary>
public static class ConditionEvaluation
{
    /// <summary>
    /// Whether it holds; null when that cannot be decided: an input is absent, or two values cannot be compared.
    /// </summary>
    public static bool? Evaluate(ConditionExpression expression, Func<string, Value?> input) =>
        ValueOf(expression, input) is Value.Flag flag ? flag.Content : null;

    private static Value? ValueOf(ConditionExpression expression, Func<string, Value?> input) => expression switch
    {
        ConditionExpression.Input named => input(named.Name),
        ConditionExpression.Constant constant => constant.Content,
        ConditionExpression.And and => Evaluate(and.Left, input) switch
        {
            false => false,
            true => OrNull(Evaluate(and.Right, input)),
            null => null,
        },
        ConditionExpression.Or or => Evaluate(or.Left, input) switch
        {
            true => true,
            false => OrNull(Evaluate(or.Right, input)),
            null => null,
        },
        ConditionExpression.Not not => OrNull(!Evaluate(not.Part, input)),
        ConditionExpression.Comparison comparison => OrNull(Compare(
            ValueOf(comparison.Left, input), comparison.Relation, ValueOf(comparison.Right, input))),
        _ => throw new UnreachableException(),
    };

    private static bool? Compare(Value? left, Relation relation, Value? right) => (left, right) switch
    {
        (Value.Text l, Value.Text r) =>
            Equality(string.Equals(l.Content, r.Content, StringComparison.Ordinal), relation),
        (Value.Flag l, Value.Flag r) => Equality(l.Content == r.Content, relation),
        (Value.Number l, Value.Number r) => Order(l.Content.CompareTo(r.Content), relation),
        _ => null,
    };

    private static bool? Equality(bool equal, Relation relation) => relation switch
    {
        Relation.Equal => equal,
        Relation.NotEqual => !equal,
        Relation.Greater or Relation.GreaterOrEqual or Relation.Less or Relation.LessOrEqual => null,
    };

    private static bool Order(int order, Relation relation) => relation switch
    {
        Relation.Equal => order == 0,
        Relation.NotEqual => order != 0,
        Relation.Greater => order > 0,
        Relation.GreaterOrEqual => order >= 0,
        Relation.Less => order < 0,
        Relation.LessOrEqual => order <= 0,
    };

    private static Value? OrNull(bool? answer) => answer is { } known ? known : null;
}
