using Infra.Definitions;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>A flow holds no more of anything than AWS takes.</summary>
internal static class FlowLimitRules
{
    /// <summary>Everything that a flow as a whole has too much of.</summary>
    public static IEnumerable<Diagnostic> Check(Flow flow)
    {
        var nodes = flow.Body.AllNodes.ToArray();
        return
        [
            .. Limit(
                nodes.ElementAtOrDefault(FlowLimits.Nodes)?.Name.At,
                "Nodes of the flow", nodes.Length, FlowLimits.Nodes),
            .. nodes.GroupBy(node => node.Configuration.Type).SelectMany(Type),
            .. flow.Body.AllBodies.SelectMany(Connections),
            .. nodes.SelectMany(Node),
        ];
    }

    private static IEnumerable<Diagnostic> Type(IGrouping<FlowNodeType, FlowNode> nodes)
    {
        var count = nodes.Count();
        return nodes.Key is FlowNodeType.Prompt && count > FlowLimits.PromptNodes
            ? [Problems.FlowQuota(
                nodes.ElementAt(FlowLimits.PromptNodes).Name.At, "Nodes of type Prompt", count, FlowLimits.PromptNodes)]
            : FlowLimits.NodesOfType.TryGetValue(nodes.Key, out var limit)
                ? Limit(nodes.ElementAtOrDefault(limit)?.Name.At, $"Nodes of type {nodes.Key}", count, limit)
                : [];
    }

    private static IEnumerable<Diagnostic> Connections(FlowBody body)
    {
        var connections = FlowConnections.Of(body);
        return connections.Length is > FlowLimits.ConnectionsOfApi and <= FlowLimits.Connections
            ? [Problems.ManyConnections(body.At, connections.Length, FlowLimits.ConnectionsOfApi)]
            : Limit(body.At, "Connections", connections.Length, FlowLimits.Connections);
    }

    private static IEnumerable<Diagnostic> Node(FlowNode node)
    {
        var (name, most) = (node.Name.Value, node.Configuration is NodeConfiguration.InlineCode
            ? FlowLimits.InputsOfCode
            : FlowLimits.Inputs);
        var conditions = node.Configuration is NodeConfiguration.Condition condition ? condition.Conditions : [];
        return
        [
            .. Limit(
                node.Inputs?.ElementAtOrDefault(most)?.Name.At,
                $"Inputs of '{name}'", node.Inputs?.Length ?? 0, most),
            .. Limit(
                node.Outputs?.ElementAtOrDefault(FlowLimits.Outputs)?.Name.At,
                $"Outputs of '{name}'", node.Outputs?.Length ?? 0, FlowLimits.Outputs),
            .. Limit(
                conditions.ElementAtOrDefault(FlowLimits.Conditions)?.Name.At ?? node.Name.At,
                $"Conditions of '{name}', default included", conditions.Length, FlowLimits.Conditions),
        ];
    }

    private static IEnumerable<Diagnostic> Limit(Location? at, string what, int count, int limit) =>
        count > limit ? [Problems.FlowLimit(at!.Value, what, count, limit)] : [];
}
