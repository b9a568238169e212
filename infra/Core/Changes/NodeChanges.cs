using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Changes;

/// <summary>Finds the differences between two states of a node, without the inside of loops.</summary>
internal static class NodeChanges
{
    /// <summary>Configuration that is compared by parts, not by values.</summary>
    private static readonly ImmutableArray<string> Parts = ["Conditions", "Definition", "SourceConfiguration"];

    /// <summary>The differences.</summary>
    /// <param name="was">The old node.</param>
    /// <param name="now">The new node.</param>
    /// <param name="name">Its name, preceded by the names of loops that contain it.</param>
    public static IEnumerable<ContentChange> Between(NodeContent was, NodeContent now, string name)
    {
        var node = $"node {name}";
        return was.Type == now.Type
            ?
            [
                .. LeafChanges.Between(node, Plain(was), Plain(now), Impact.Behavioural),
                .. OfPrompt(was, now, node),
                .. OfNamed($"{node}: condition", was.Conditions, now.Conditions, Impact.Behavioural),
                .. ContentChanges.OfOrder($"{node}: order of conditions", Impact.Behavioural, Names(was), Names(now)),
                .. OfPorts(was, now, node),
            ]
            :
            [
                new ContentChange.Changed(OfPort(was, now), $"{node}: type", was.Type, now.Type),
                .. OfPorts(was, now, node),
            ];
    }

    private static Value.Map Plain(NodeContent node) => new(node.Configuration.Entries.Remove([.. Parts]));

    private static ImmutableArray<string> Names(NodeContent node) =>
        [.. node.Conditions.Select(condition => ValueParts.Text(condition["Name"]) ?? "")];

    /// <summary>The difference of its prompt; for an inline prompt, the differences inside it.</summary>
    private static IEnumerable<ContentChange> OfPrompt(NodeContent was, NodeContent now, string node) =>
        was.InlinePrompt is { } before && now.InlinePrompt is { } after
            ? PromptChanges.Between(before, after).Select(change => change with
            {
                // Only the flow itself calls this prompt.
                Impact = change.Impact is Impact.Breaking ? Impact.Behavioural : change.Impact,
                What = $"{node}: {change.What}",
            })
            : LeafChanges.Between($"{node}: prompt", Source(was), Source(now), Impact.Behavioural);

    private static string? Source(NodeContent node) => node.InlinePrompt is null ? node.Prompt : "inline";

    private static IEnumerable<ContentChange> OfPorts(NodeContent was, NodeContent now, string node) =>
    [
        .. OfNamed($"{node}: input", was.Inputs, now.Inputs, OfPort(was, now)),
        .. OfNamed($"{node}: output", was.Outputs, now.Outputs, OfPort(was, now)),
    ];

    /// <summary>The impact of a port: callers send what an Input node outputs and receive what an Output node
    /// takes.</summary>
    private static Impact OfPort(NodeContent was, NodeContent now) =>
        FlowChanges.IsFacing(was) || FlowChanges.IsFacing(now) ? Impact.Breaking : Impact.Behavioural;

    private static IEnumerable<ContentChange> OfNamed(
        string what, ImmutableArray<Value.Map> before, ImmutableArray<Value.Map> after, Impact impact) =>
        Pair.Of(before, after, part => ValueParts.Text(part["Name"]) ?? "").SelectMany(part =>
        {
            var name = $"{what} {ValueParts.Text((part.Now ?? part.Was)!["Name"])}";
            return part switch
            {
                (null, { } now) => [new ContentChange.Added(impact, name, ValueParts.Text(now["Expression"]))],
                ({ } was, null) => [new ContentChange.Removed(impact, name, ValueParts.Text(was["Expression"]))],
                var (was, now) => LeafChanges.Between(name, was, now, impact),
            };
        });
}
