using Infra.Definitions.Flows;
using Infra.Definitions.Flows.Expressions;
using Infra.Local.Protocol.Wire;
using Infra.Validation.Flows;
using Infra.Values;

namespace Infra.Local.InvokeFlow;

/// <summary>Evaluates the inputs of nodes: the part that an expression takes, with the type that the input
/// requires.</summary>
internal static class NodeInputs
{
    /// <summary>The value of an input, or the reason why there is none.</summary>
    public static (Value? Value, Fault? Fault) Evaluate(GraphNode node, FlowInput input, Value arrived)
    {
        var expression = InputExpression.Parse(input.Expression.Value).Expression!;
        var value = InputEvaluation.Evaluate(expression, arrived);
        return value is null || value is Value.Null
                ? (null, Fault.Validation($"The expression {input.Expression.Value} of the input {input.Name.Value} of "
                    + $"node {node.Name.Value} finds nothing in the data that arrives."))
            : Mismatch(value, input.Type.Value) is { } found
                ? (null, Fault.Validation($"The input {input.Name.Value} of node {node.Name.Value} expects type "
                    + $"{input.Type.Value}, but the data that arrives is of type {found}."))
            : (value, null);
    }

    /// <summary>The type of a value if it is not the expected one; otherwise null.</summary>
    public static FlowDataType? Mismatch(Value value, FlowDataType expected) =>
        InputEvaluation.TypeOf(value) is { } type && type != expected ? type : null;

    /// <summary>Whether a condition holds; one without an expression is the default and always holds.</summary>
    public static bool Holds(FlowCondition condition, IReadOnlyDictionary<string, Value> inputs) =>
        condition.Expression is not { } text
        || ConditionEvaluation.Evaluate(
            ConditionExpression.Parse(text.Value).Expression!, name => inputs.GetValueOrDefault(name)) is true;
}
