using Infra.Definitions;
using Infra.Diagnostics;
using static Infra.Values.Shorthand;

namespace Infra.Validation;

/// <summary>Nodes have the inputs and outputs of their type, each with its type and a source.</summary>
internal static class NodeRules
{
    /// <summary>Everything wrong with the nodes of a graph, each taken by itself.</summary>
    public static IEnumerable<FlowFinding> Check(FlowGraph graph) =>
    [
        .. graph.Nodes.SelectMany(Configuration),
        .. graph.Nodes.SelectMany(Inputs),
        .. graph.Nodes.SelectMany(Outputs),
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

    private static IEnumerable<FlowFinding> Inputs(GraphNode node)
    {
        var ports = node.Ports;
        var missing =
            from port in ports.Inputs
            where port.Required && node.Input(port.Name) is null
            select new FlowFinding(
                FlowFindingKind.MissingNodeInput,
                Map(("node", node.Name.Value), ("input", port.Name)),
                Problems.MissingNodeInput(node.Name.At, node.Name.Value, $"{node.Type}", port.Name));
        var unknown =
            from input in node.Inputs
            where !ports.OpenInputs && ports.Inputs.All(port => port.Name != input.Name.Value)
            select new FlowFinding(
                FlowFindingKind.UnknownNodeInput,
                Map(("node", node.Name.Value), ("input", input.Name.Value)),
                Problems.UnknownNodeInput(
                    input.Name.At, node.Name.Value, $"{node.Type}", input.Name.Value,
                    Advice(input.Name.Value, ports.Inputs)));
        var mismatched =
            from port in ports.Inputs
            let input = node.Input(port.Name)
            where input is not null && port.Type is not null && port.Type != input.Type.Value
            select new FlowFinding(
                FlowFindingKind.MismatchedNodeInputType,
                Map(("node", node.Name.Value), ("input", port.Name), ("expectedType", $"{port.Type}")),
                Problems.MismatchedNodeInputType(
                    input.Type.At, node.Name.Value, port.Name, $"{port.Type}", $"{input.Type.Value}"));
        return [.. missing, .. unknown, .. mismatched];
    }

    private static IEnumerable<FlowFinding> Outputs(GraphNode node)
    {
        var ports = node.Ports;
        var missing =
            from port in ports.Outputs
            where node.Output(port.Name) is null
            select new FlowFinding(
                FlowFindingKind.MissingNodeOutput,
                Map(("node", node.Name.Value), ("output", port.Name)),
                Problems.MissingNodeOutput(node.Name.At, node.Name.Value, $"{node.Type}", port.Name));
        var unknown =
            from output in node.Outputs
            where !ports.OpenOutputs && ports.Outputs.All(port => port.Name != output.Name.Value)
            select new FlowFinding(
                FlowFindingKind.UnknownNodeOutput,
                Map(("node", node.Name.Value), ("output", output.Name.Value)),
                Problems.UnknownNodeOutput(
                    output.Name.At, node.Name.Value, $"{node.Type}", output.Name.Value,
                    Advice(output.Name.Value, ports.Outputs)));
        var mismatched =
            from port in ports.Outputs
            let output = node.Output(port.Name)
            where output is not null && port.Type is not null && port.Type != output.Type.Value
            select new FlowFinding(
                FlowFindingKind.MismatchedNodeOutputType,
                Map(("node", node.Name.Value), ("output", port.Name), ("expectedType", $"{port.Type}")),
                Problems.MismatchedNodeOutputType(
                    output.Type.At, node.Name.Value, port.Name, $"{port.Type}", $"{output.Type.Value}"));
        return [.. missing, .. unknown, .. mismatched];
    }

    /// <summary>Inputs without a source; the start of a loop is filled from outside it.</summary>
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
        return
            from input in node.Inputs
            where !fed.Contains(input.Name.Value)
            let optional = node.Ports.Inputs.Any(port => port.Name == input.Name.Value && !port.Required)
            select new FlowFinding(
                FlowFindingKind.UnfulfilledNodeInput,
                Map(("node", node.Name.Value), ("input", input.Name.Value)),
                Problems.UnfulfilledNodeInput(input.Name.At, node.Name.Value, input.Name.Value, optional));
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

    private static string Advice(string name, IReadOnlyCollection<FlowPort> ports) => ports.Count == 0
        ? "It has none."
        : FlowAdvice.Known(name, [.. ports.Select(port => port.Name)]);
}
