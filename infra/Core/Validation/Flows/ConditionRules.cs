using Infra.Definitions.Flows;
using Infra.Definitions.Flows.Expressions;
using Infra.Diagnostics;
using static Infra.Values.Shorthand;

namespace Infra.Validation.Flows;

/// <summary>Checks conditions: they can be evaluated, differ from one another, and include a default.</summary>
internal static class ConditionRules
{
    /// <summary>All problems of the conditions in a graph.</summary>
    public static IEnumerable<FlowFinding> Check(FlowGraph graph) =>
    [
        .. graph.Nodes.Where(node => node.Type is FlowNodeType.Condition && node.IsConfigured).SelectMany(HasDefault),
        .. graph.Nodes.SelectMany(Expressions),
        .. graph.Nodes.SelectMany(Duplicates),
    ];

    private static IEnumerable<FlowFinding> HasDefault(GraphNode node) =>
        node.Conditions.Any(condition => condition.Name.Value == FlowConditions.Default)
            ? []
            : [new(
                FlowFindingKind.MissingDefaultCondition,
                Map(("node", node.Name.Value)),
                Problems.MissingDefaultCondition(node.Name.At, node.Name.Value))];

    private static IEnumerable<FlowFinding> Expressions(GraphNode node)
    {
        if (node.Conditions.IsEmpty)
        {
            return [];
        }

        var types = node.Inputs
            .DistinctBy(input => input.Name.Value)
            .ToDictionary(input => input.Name.Value, input => input.Type.Value, StringComparer.Ordinal);
        return
            from condition in node.Conditions
            let cause = Cause(node, condition, types)
            where cause is not null
            select new FlowFinding(
                FlowFindingKind.MalformedConditionExpression,
                Map(("node", node.Name.Value), ("condition", condition.Name.Value), ("cause", cause)),
                Problems.MalformedConditionExpression(
                    condition.Expression?.At ?? condition.Name.At, node.Name.Value, condition.Name.Value, cause));
    }

    private static string? Cause(GraphNode node, FlowCondition condition, Dictionary<string, FlowDataType> types)
    {
        var isDefault = node.Type is FlowNodeType.Condition && condition.Name.Value == FlowConditions.Default;
        if (condition.Expression is not { } text)
        {
            return isDefault ? null : "it has no expression";
        }

        if (isDefault)
        {
            return "'default' holds when nothing else does and takes no expression";
        }

        var (expression, fault) = ConditionExpression.Parse(text.Value);
        return (expression is null ? fault : ConditionTypes.Check(expression, types))?.Cause;
    }

    private static IEnumerable<FlowFinding> Duplicates(GraphNode node)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var condition in node.Conditions)
        {
            if (condition.Expression is not { } text
                || ConditionExpression.Parse(text.Value).Expression is not { } expression)
            {
                continue;
            }

            if (!first.TryAdd(expression.Normalised, condition.Name.Value))
            {
                yield return new(
                    FlowFindingKind.DuplicateConditionExpression,
                    Map(("node", node.Name.Value), ("expression", text.Value)),
                    Problems.DuplicateConditionExpression(
                        text.At, node.Name.Value, condition.Name.Value, first[expression.Normalised]));
            }
        }
    }
}
