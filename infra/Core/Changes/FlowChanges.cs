using Infra.Definitions.Flows;
using Infra.Values;

namespace Infra.Changes;

/// <summary>Finds the differences between two definitions of a flow, by nodes and connections.</summary>
internal static class FlowChanges
{
    /// <summary>The differences; none when the definitions are equal.</summary>
    public static IEnumerable<ContentChange> Between(Value.Map before, Value.Map after) =>
        Between(FlowContent.Read(before), FlowContent.Read(after), "");

    /// <summary>The differences of a flow, or of the inside of a loop.</summary>
    /// <param name="before">The old definition.</param>
    /// <param name="after">The new definition.</param>
    /// <param name="loop">The names of the loops that contain it, each followed by a slash; empty for the flow
    /// itself.</param>
    private static IEnumerable<ContentChange> Between(FlowContent before, FlowContent after, string loop)
    {
        var nodes = Pair.Of(before.Nodes, after.Nodes, node => node.Name).SelectMany(node => OfNode(node, loop));
        var connections = Pair.Of(before.Connections, after.Connections, connection => connection.Ends)
            .SelectMany(connection => OfConnection(connection, $"connection {loop}"));
        return
        [
            .. nodes,
            .. connections,
            .. ContentChanges.OfOrder(
                $"order of nodes{In(loop)}",
                Impact.Cosmetic,
                before.Nodes.Select(node => node.Name),
                after.Nodes.Select(node => node.Name)),
            .. ContentChanges.OfOrder(
                $"order of connections{In(loop)}",
                Impact.Cosmetic,
                before.Connections.Select(connection => $"{connection.Ends}"),
                after.Connections.Select(connection => $"{connection.Ends}")),
        ];
    }

    private static IEnumerable<ContentChange> OfNode(Pair<NodeContent> node, string loop) => node switch
    {
        (null, { } now) => [new ContentChange.Added(Impact.Behavioural, $"node {loop}{now.Name}", Describe(now))],
        ({ } was, null) => [new ContentChange.Removed(OfGoing(was), $"node {loop}{was.Name}", Describe(was))],
        ({ } was, { } now) =>
        [
            .. NodeChanges.Between(was, now, $"{loop}{now.Name}"),
            .. was.Inside is { } before && now.Inside is { } after
                ? Between(before, after, $"{loop}{now.Name}/")
                : [],
        ],
        _ => [],
    };

    /// <summary>Whether callers use its name: to send input or to receive output.</summary>
    public static bool IsFacing(NodeContent node) => node.Kind is FlowNodeType.Input or FlowNodeType.Output;

    private static Impact OfGoing(NodeContent node) => IsFacing(node) ? Impact.Breaking : Impact.Behavioural;

    private static string Describe(NodeContent node) =>
        NodeDetail.Of(node) is { } detail ? $"{node.Type}, {detail}" : node.Type;

    private static IEnumerable<ContentChange> OfConnection(Pair<ConnectionContent> connection, string what) =>
        connection switch
        {
            (null, { } now) => [new ContentChange.Added(Impact.Behavioural, $"{what}{now.Ends}", null)],
            ({ } was, null) => [new ContentChange.Removed(Impact.Behavioural, $"{what}{was.Ends}", null)],
            ({ } was, { } now) =>
                LeafChanges.Between($"name of {what}{now.Ends}", was.Name, now.Name, Impact.Cosmetic),
            _ => [],
        };

    private static string In(string loop) => loop.Length == 0 ? "" : $" in {loop[..^1]}";
}
