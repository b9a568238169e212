using Infra.Definitions;
using Infra.Diagnostics;
using static Infra.Values.Shorthand;

namespace Infra.Validation;

/// <summary>A loop has one start, one end and no node that cannot be repeated.</summary>
internal static class LoopRules
{
    /// <summary>Everything wrong with the nodes inside a loop.</summary>
    public static IEnumerable<FlowFinding> Check(FlowGraph inside, GraphNode loop) =>
    [
        .. Count(inside, FlowNodeType.LoopInput) switch
        {
            0 => Finding(FlowFindingKind.MissingLoopInputNode, loop, Problems.MissingLoopInputNode(loop.Name.At, loop.Name.Value)),
            1 => [],
            _ => Finding(FlowFindingKind.MultipleLoopInputNodes, loop, Problems.MultipleLoopInputNodes(
                Second(inside, FlowNodeType.LoopInput), loop.Name.Value)),
        },
        .. Count(inside, FlowNodeType.LoopController) switch
        {
            0 => Finding(
                FlowFindingKind.MissingLoopControllerNode, loop, Problems.MissingLoopControllerNode(loop.Name.At, loop.Name.Value)),
            1 => [],
            _ => Finding(FlowFindingKind.MultipleLoopControllerNodes, loop, Problems.MultipleLoopControllerNodes(
                Second(inside, FlowNodeType.LoopController), loop.Name.Value)),
        },
        .. Incompatible(inside, loop),
    ];

    private static int Count(FlowGraph inside, FlowNodeType type) => inside.Nodes.Count(node => node.Type == type);

    private static Location Second(FlowGraph inside, FlowNodeType type) =>
        inside.Nodes.Where(node => node.Type == type).ElementAt(1).Name.At;

    private static IEnumerable<FlowFinding> Finding(FlowFindingKind kind, GraphNode loop, Diagnostic problem) =>
        [new(kind, Map(("loopNode", loop.Name.Value)), problem)];

    private static IEnumerable<FlowFinding> Incompatible(FlowGraph inside, GraphNode loop) =>
        from node in inside.Nodes
        where node.Type is FlowNodeType.Input or FlowNodeType.Condition or FlowNodeType.Iterator or FlowNodeType.Collector
        select new FlowFinding(
            FlowFindingKind.LoopIncompatibleNodeType,
            Map(
                ("node", loop.Name.Value),
                ("incompatibleNodeName", node.Name.Value),
                ("incompatibleNodeType", $"{node.Type}")),
            Problems.LoopIncompatibleNodeType(node.Name.At, loop.Name.Value, node.Name.Value, $"{node.Type}"));
}
