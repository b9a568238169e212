using Infra.Definitions.Flows;
using Infra.Diagnostics;
using static Infra.Values.Shorthand;

namespace Infra.Validation.Flows;

/// <summary>Checks paths: a flow has a start and an end, every node is reached, and there are no circles.</summary>
internal static class PathRules
{
    /// <summary>All problems of the paths in a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="isLoop">Whether it is the inside of a loop, which has other types of node at its start and
    /// end.</param>
    public static IEnumerable<FlowFinding> Check(FlowGraph graph, bool isLoop)
    {
        var (order, closing) = GraphSearch.Order(graph);
        return
        [
            .. isLoop ? [] : Ends(graph),
            .. Unreached(graph),
            .. closing.Select(Circle),
            .. BranchRules.Check(graph, order, closing),
        ];
    }

    private static IEnumerable<FlowFinding> Ends(FlowGraph graph)
    {
        if (graph.Nodes.All(node => node.Type is not FlowNodeType.Input))
        {
            yield return new(FlowFindingKind.MissingStartingNodes, Map(), Problems.MissingStartingNodes(graph.At));
        }

        if (graph.Nodes.All(node => node.Type is not FlowNodeType.Output))
        {
            yield return new(FlowFindingKind.MissingEndingNodes, Map(), Problems.MissingEndingNodes(graph.At));
        }
    }

    private static IEnumerable<FlowFinding> Unreached(FlowGraph graph)
    {
        if (!GraphSearch.Starts(graph).Any())
        {
            return [];
        }

        var reached = GraphSearch.Reached(graph);
        return
            from node in graph.Nodes
            where !reached.Contains(node)
            select new FlowFinding(
                FlowFindingKind.UnreachableNode,
                Map(("node", node.Name.Value)),
                Problems.UnreachableNode(node.Name.At, node.Name.Value));
    }

    private static FlowFinding Circle(GraphConnection connection) => new(
        FlowFindingKind.CyclicConnection,
        Map(("connection", connection.Name)),
        Problems.CyclicConnection(connection.Source.At, connection.Source.Value, connection.Target));
}
