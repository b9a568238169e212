using System.Collections.Immutable;
using Infra.Changes;
using Infra.Definitions.Flows;
using Infra.Values;

namespace Infra.Graphs;

/// <summary>What a picture of a flow shows.</summary>
/// <param name="Nodes">What is drawn, in the order of the flow; what went comes last.</param>
/// <param name="Lines">What joins them.</param>
internal sealed record FlowSketch(ImmutableArray<SketchedNode> Nodes, ImmutableArray<SketchedLine> Lines)
{
    /// <summary>A flow as it is.</summary>
    /// <param name="definition">Its definition as rendered, prompts by name.</param>
    public static FlowSketch Of(Value.Map definition)
    {
        var content = FlowContent.Read(definition);
        return Between(content, content);
    }

    /// <summary>A flow and what became of it.</summary>
    /// <param name="before">Its definition as it was.</param>
    /// <param name="after">Its definition as it is.</param>
    public static FlowSketch Between(Value.Map before, Value.Map after) =>
        Between(FlowContent.Read(before), FlowContent.Read(after));

    /// <summary>A flow that is new or another, and what became of it; null for what needs no picture.</summary>
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
/// <param name="Type">Its type, in the API's word.</param>
/// <param name="Detail">What tells it from others of its type; null for nothing.</param>
internal sealed record SketchedNode(string Name, string Type, string? Detail)
{
    /// <summary>Its type; null for a word that is none of the API's.</summary>
    public FlowNodeType? Kind { get; init; }

    /// <summary>What became of it.</summary>
    public ChangeMark Mark { get; init; }

    /// <summary>The picture inside a loop.</summary>
    public FlowSketch? Inside { get; init; }
}

/// <summary>A connection in a picture.</summary>
/// <param name="Ends">What it joins.</param>
/// <param name="Label">What stands on it; null for nothing.</param>
internal sealed record SketchedLine(ConnectionEnds Ends, string? Label)
{
    /// <summary>What became of it.</summary>
    public ChangeMark Mark { get; init; }
}

/// <summary>What became of a part of a flow.</summary>
internal enum ChangeMark
{
    /// <summary>It stays as it was.</summary>
    None,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is another.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Removed,
}
