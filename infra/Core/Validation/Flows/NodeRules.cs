using Infra.Definitions.Flows;
using Infra.Definitions.Flows.Expressions;
using Infra.Diagnostics;
using static Infra.Values.Shorthand;

namespace Infra.Validation.Flows;

/// <summary>Checks that nodes have a configuration, the ports of their type, and sources for their inputs.</summary>
internal static class NodeRules
{
    /// <summary>All problems of single nodes in a graph.</summary>
    public static IEnumerable<FlowFinding> Check(FlowGraph graph) =>
    [
        .. graph.Nodes.SelectMany(Configuration),
        .. graph.Nodes.SelectMany(PortRules.Inputs),
        .. graph.Nodes.SelectMany(PortRules.Outputs),
        .. graph.Nodes.SelectMany(node => Sources(graph, node)),
        .. graph.Nodes.SelectMany(Expressions),
    ];

    private static IEnumerable<FlowFinding> Configuration(GraphNode node)
    {
        var nothingToConfigure = node.Type is FlowNodeType.Input or FlowNodeType.Output or FlowNodeType.Iterator
            or FlowNodeType.Collector or FlowNodeType.LoopInput;
        return node.IsConfigured || nothingToConfigure
            ? []
            : [new(
                FlowFindingKind.MissingNodeConfiguration,
                Map(("node", node.Name.Value)),
                Problems.MissingNodeConfiguration(node.Name.At, node.Name.Value, $"{node.Type}"))];
    }

    /// <summary>Inputs without a source; the inputs of a loop's start are filled from outside the loop.</summary>
    private static IEnumerable<FlowFinding> Sources(FlowGraph graph, GraphNode node)
    {
        if (node.Type is FlowNodeType.LoopInput || node.Inputs.IsEmpty)
        {
            return [];
        }

        var fed = graph.Entering(node)
            .Select(connection => connection.Edge)
            .OfType<GraphEdge.Data>()
            .Select(data => data.Input)
            .ToHashSet(StringComparer.Ordinal);
        var empty = node.Inputs.Where(input => !fed.Contains(input.Name.Value)).ToLookup(IsOptional);
        return empty.SelectMany(inputs => inputs.Select(input => new FlowFinding(
            FlowFindingKind.UnfulfilledNodeInput,
            Map(("node", node.Name.Value), ("input", input.Name.Value)),
            inputs.Key
                ? Problems.UnfulfilledNodeInputs(
                    inputs.First().Name.At, node.Name.Value, [.. inputs.Select(other => other.Name.Value)])
                : Problems.UnfulfilledNodeInput(input.Name.At, node.Name.Value, input.Name.Value))));

        bool IsOptional(FlowInput input) =>
            node.Ports.Inputs.Any(port => port.Name == input.Name.Value && !port.Required);
    }

    private static IEnumerable<FlowFinding> Expressions(GraphNode node) =>
        from input in node.Inputs
        let fault = InputExpression.Parse(input.Expression.Value).Fault
        where fault is not null
        select new FlowFinding(
            FlowFindingKind.MalformedNodeInputExpression,
            Map(("node", node.Name.Value), ("input", input.Name.Value), ("cause", fault.Cause)),
            Problems.MalformedNodeInputExpression(
                input.Expression.At, node.Name.Value, input.Name.Value, fault.Cause));
}
