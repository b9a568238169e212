using System.Collections.Immutable;
using Infra.Changes;
using Infra.Definitions.Flows;
using Infra.Values;

namespace Infra.Graphs;

/// <summary>The content of a picture of a flow.</summary>
/// <param name="Nodes">The nodes, in the order of the flow, the removed ones at the end.</param>
/// <param name="Lines">The lines between them.</param>
internal sealed record FlowSketch(ImmutableArray<SketchedNode> Nodes, ImmutableArray<SketchedLine> Lines)
{
    /// <summary>A flow without changes.</summary>
    /// <param name="definition">Its rendered definition, with prompts by name.</param>
    public static FlowSketch Of(Value.Map definition)
    {
        var content = FlowContent.Read(definition);
        return Between(content, content);
    }

    /// <summary>A flow with its changes.</summary>
    /// <param name="before">The old definition.</param>
    /// <param name="after">The new definition.</param>
    public static FlowSketch Between(Value.Map before, Value.Map after) =>
        Between(FlowContent.Read(before), FlowContent.Read(after));

    /// <summary>A flow that is new or changed; null where no picture is needed.</summary>
    public static FlowSketch? Of(ServedChange change) => (change.Was?.Content, change.Now?.Content) switch
    {
        (Value.Map was, Value.Map now) when FlowContent.IsFlow(was) && FlowContent.IsFlow(now) =>
            change.Content.IsEmpty ? null : Between(was, now),
        (_, Value.Map now) when FlowContent.IsFlow(now) => Of(now),
        _ => null,
    };

    private static FlowSketch Between(FlowContent before, FlowContent after) => new(
        [
            .. Pair.Of(before.Nodes, after.Nodes, node => node.Name).Select(node => Draw(node.Was, node.Now)),
        ],
        [
            .. Pair.Of(LinesOf(before), LinesOf(after), line => line.Ends).Select(line =>
                (line.Now ?? line.Was)! with { Mark = MarkOf(line.Was, line.Now, line.Was == line.Now) }),
        ]);

    private static SketchedNode Draw(NodeContent? was, NodeContent? now)
    {
        var shown = (now ?? was)!;
        return new(shown.Name, shown.Type, NodeDetail.Of(shown))
        {
            Kind = shown.Kind,
            Mark = MarkOf(was, now, was is null || now is null || !NodeChanges.Between(was, now, now.Name).Any()),
            Inside = shown.Inside is null ? null : Between(was?.Inside ?? Nothing, now?.Inside ?? Nothing),
        };
    }

    private static FlowContent Nothing { get; } = new([], []);

    private static ChangeMark MarkOf<T>(T? was, T? now, bool isSame)
        where T : class => (was, now, isSame) switch
        {
            (null, _, _) => ChangeMark.Added,
            (_, null, _) => ChangeMark.Removed,
            (_, _, true) => ChangeMark.None,
            _ => ChangeMark.Changed,
        };

    private static ImmutableArray<SketchedLine> LinesOf(FlowContent flow)
    {
        var nodes = flow.Nodes.ToDictionary(node => node.Name, StringComparer.Ordinal);
        return
        [
            .. flow.Connections.Select(connection => new SketchedLine(
                connection.Ends, NodeDetail.OfLine(connection.Ends, nodes))),
        ];
    }
}

/// <summary>A node in a picture.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as the API writes it.</param>
/// <param name="Detail">A description that distinguishes it from others of its type; null for none.</param>
internal sealed record SketchedNode(string Name, string Type, string? Detail)
{
    /// <summary>Its type; null for a word that the API does not have.</summary>
    public FlowNodeType? Kind { get; init; }

    /// <summary>Its change.</summary>
    public ChangeMark Mark { get; init; }

    /// <summary>The picture inside a loop.</summary>
    public FlowSketch? Inside { get; init; }
}

/// <summary>A connection in a picture.</summary>
/// <param name="Ends">What it connects.</param>
/// <param name="Label">Its label; null for none.</param>
internal sealed record SketchedLine(ConnectionEnds Ends, string? Label)
{
    /// <summary>Its change.</summary>
    public ChangeMark Mark { get; init; }
}

/// <summary>The change of a part of a flow.</summary>
internal enum ChangeMark
{
    /// <summary>It is unchanged.</summary>
    None,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It has changed.</summary>
    Changed,

    /// <summary>It was removed.</summary>
    Removed,
}
