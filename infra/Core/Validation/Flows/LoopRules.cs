using Infra.Definitions.Flows;
using Infra.Diagnostics;
using static Infra.Values.Shorthand;

namespace Infra.Validation.Flows;

/// <summary>Checks loops: one start, one end, and no node that cannot be repeated.</summary>
internal static class LoopRules
{
    /// <summary>All problems of the nodes inside a loop.</summary>
    public static IEnumerable<FlowFinding> Check(FlowGraph inside, GraphNode loop) =>
    [
        .. Starts(inside, loop),
        .. Ends(inside, loop),
        .. Incompatible(inside, loop),
    ];

    private static IEnumerable<FlowFinding> Starts(FlowGraph inside, GraphNode loop) =>
        Of(inside, FlowNodeType.LoopInput) switch
        {
            [] => Finding(
                FlowFindingKind.MissingLoopInputNode,
                loop,
                Problems.MissingLoopInputNode(loop.Name.At, loop.Name.Value)),
            [_] => [],
            [_, var second, ..] => Finding(
                FlowFindingKind.MultipleLoopInputNodes,
                loop,
                Problems.MultipleLoopInputNodes(second.Name.At, loop.Name.Value)),
        };

    private static IEnumerable<FlowFinding> Ends(FlowGraph inside, GraphNode loop) =>
        Of(inside, FlowNodeType.LoopController) switch
        {
            [] => Finding(
                FlowFindingKind.MissingLoopControllerNode,
                loop,
                Problems.MissingLoopControllerNode(loop.Name.At, loop.Name.Value)),
            [_] => [],
            [_, var second, ..] => Finding(
                FlowFindingKind.MultipleLoopControllerNodes,
                loop,
                Problems.MultipleLoopControllerNodes(second.Name.At, loop.Name.Value)),
        };

    private static GraphNode[] Of(FlowGraph inside, FlowNodeType type) =>
        [.. inside.Nodes.Where(node => node.Type == type)];

    private static IEnumerable<FlowFinding> Finding(FlowFindingKind kind, GraphNode loop, Diagnostic problem) =>
        [new(kind, Map(("loopNode", loop.Name.Value)), problem)];

    private static IEnumerable<FlowFinding> Incompatible(FlowGraph inside, GraphNode loop) =>
        from node in inside.Nodes
        where node.Type
            is FlowNodeType.Input or FlowNodeType.Condition or FlowNodeType.Iterator or FlowNodeType.Collector
        select new FlowFinding(
            FlowFindingKind.LoopIncompatibleNodeType,
            Map(
                ("node", loop.Name.Value),
                ("incompatibleNodeName", node.Name.Value),
                ("incompatibleNodeType", $"{node.Type}")),
            Problems.LoopIncompatibleNodeType(node.Name.At, loop.Name.Value, node.Name.Value, $"{node.Type}"));
}
