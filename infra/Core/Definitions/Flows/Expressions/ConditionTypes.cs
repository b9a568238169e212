using System.Diagnostics;

namespace Infra.Definitions.Flows.Expressions;

/// <summary>Whether the values in a condition can be compared with each other.</summary>
public static class ConditionTypes
{
    /// <summary>What is wrong with a condition, given the types of its node's inputs; null for nothing.</summary>
    /// <param name="expression">The condition.</param>
    /// <param name="inputs">The type of each input.</param>
    public static ExpressionFault? Check(
        ConditionExpression expression, IReadOnlyDictionary<string, FlowDataType> inputs) =>
        !expression.Inputs.Any()
            ? new(0, "it does not use an input of the node, so it always gives the same answer")
            : Unknown(expression, inputs) ?? Truth(expression, inputs);

    private static ExpressionFault? Unknown(
        ConditionExpression expression, IReadOnlyDictionary<string, FlowDataType> inputs) =>
        expression.Inputs.FirstOrDefault(input => !inputs.ContainsKey(input.Name)) is { } unknown
            ? new(unknown.Offset, inputs.Count == 0
                ? $"it names '{unknown.Name}', but the node has no inputs"
                : $"'{unknown.Name}' is not an input of the node. {FlowAdvice.Known(unknown.Name, [.. inputs.Keys])} "
                    + "Texts need double quotes")
            : null;

    /// <summary>A part that must be true or false: a comparison or a flag.</summary>
    private static ExpressionFault? Truth(
        ConditionExpression expression, IReadOnlyDictionary<string, FlowDataType> inputs) =>
        expression switch
        {
            ConditionExpression.And and => Truth(and.Left, inputs) ?? Truth(and.Right, inputs),
            ConditionExpression.Or or => Truth(or.Left, inputs) ?? Truth(or.Right, inputs),
            ConditionExpression.Not not => Truth(not.Part, inputs),
            ConditionExpression.Comparison comparison => Compared(comparison, inputs),
            ConditionExpression.Input or ConditionExpression.Constant =>
                TypeOf(expression, inputs) is FlowDataType.Boolean
                ? null
                : new(expression.Offset, $"a comparison is expected at character {expression.Offset + 1}"),
            _ => throw new UnreachableException(),
        };

    private static ExpressionFault? Compared(
        ConditionExpression.Comparison comparison, IReadOnlyDictionary<string, FlowDataType> inputs)
    {
        var (left, right) = (TypeOf(comparison.Left, inputs), TypeOf(comparison.Right, inputs));
        var ordered = comparison.Relation is not (Relation.Equal or Relation.NotEqual);
        return Inside(comparison.Left, inputs) ?? Inside(comparison.Right, inputs) ?? (left, right) switch
        {
            (FlowDataType.Object or FlowDataType.Array, _) or (_, FlowDataType.Object or FlowDataType.Array) =>
                new(
                    comparison.Offset,
                    $"an {(left is FlowDataType.Object or FlowDataType.Array ? left : right)} cannot be compared: "
                        + "take a part of it with the input's expression"),
            _ when left != right => new(comparison.Offset, $"a {left} is compared with a {right}"),
            _ when ordered && left is not FlowDataType.Number =>
                new(comparison.Offset, $"only numbers can be ordered, not a {left}"),
            _ => null,
        };
    }

    private static ExpressionFault? Inside(
        ConditionExpression operand, IReadOnlyDictionary<string, FlowDataType> inputs) =>
        operand is ConditionExpression.Input or ConditionExpression.Constant ? null : Truth(operand, inputs);

    private static FlowDataType TypeOf(
        ConditionExpression operand, IReadOnlyDictionary<string, FlowDataType> inputs) => operand switch
        {
            ConditionExpression.Input input => inputs[input.Name],
            ConditionExpression.Constant constant => InputEvaluation.TypeOf(constant.Content) ?? FlowDataType.String,
            ConditionExpression.And or ConditionExpression.Comparison or ConditionExpression.Not
                or ConditionExpression.Or => FlowDataType.Boolean,
            _ => throw new UnreachableException(),
        };
}
