using Infra.Definitions.Flows;
using Infra.Diagnostics;

namespace Infra.Validation.Flows;

/// <summary>Checks a flow against AWS's limits (PRM021, PRM257, PRM258).</summary>
internal static class FlowLimitRules
{
    /// <summary>Every limit that a flow as a whole exceeds.</summary>
    public static IEnumerable<Diagnostic> Check(Flow flow)
    {
        var nodes = flow.Body.AllNodes.ToArray();
        return
        [
            .. TextRules.AreFew(nodes, node => node.Name.At, "nodes", FlowLimits.Nodes),
            .. nodes.GroupBy(node => node.Configuration.Type).SelectMany(Type),
            .. flow.Body.AllBodies.SelectMany(Connections),
            .. nodes.SelectMany(Node),
        ];
    }

    private static IEnumerable<Diagnostic> Type(IGrouping<FlowNodeType, FlowNode> group)
    {
        var nodes = group.ToArray();
        return group.Key is FlowNodeType.Prompt && nodes.Length > FlowLimits.PromptNodes
            ? [Problems.PromptNodeQuota(nodes[FlowLimits.PromptNodes].Name.At, nodes.Length, FlowLimits.PromptNodes)]
            : FlowLimits.NodesOf(group.Key) is { } most
                ? TextRules.AreFew(nodes, node => node.Name.At, $"nodes of type {group.Key}", most)
                : [];
    }

    private static IEnumerable<Diagnostic> Connections(FlowBody body)
    {
        var connections = FlowConnections.Of(body);
        return connections.Length is > FlowLimits.ConnectionsSeen and <= FlowLimits.Connections
            ? [Problems.ManyConnections(body.At, connections.Length, FlowLimits.ConnectionsSeen)]
            : TextRules.AreFew(connections, connection => connection.At, "connections", FlowLimits.Connections);
    }

    private static IEnumerable<Diagnostic> Node(FlowNode node)
    {
        var most = node.Configuration is NodeConfiguration.InlineCode ? FlowLimits.InputsOfCode : FlowLimits.Inputs;
        var conditions = node.Configuration is NodeConfiguration.Condition condition ? condition.Conditions : [];
        return
        [
            .. TextRules.AreFew(node.Inputs ?? [], input => input.Name.At, "inputs", most),
            .. TextRules.AreFew(node.Outputs ?? [], output => output.Name.At, "outputs", FlowLimits.Outputs),
            .. TextRules.AreFew(conditions, each => each.Name.At, "conditions with default", FlowLimits.Conditions),
        ];
    }
}
