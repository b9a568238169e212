using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Changes;

/// <summary>What differs between two contents of the same kind.</summary>
public static class ContentChanges
{
    /// <summary>The differences, the gravest first; none when they are equal.</summary>
    public static ImmutableArray<ContentChange> Between(Value before, Value after) => (before, after) switch
    {
        _ when before == after => [],
        (Value.Map was, Value.Map now) when was["TemplateType"] is not null && now["TemplateType"] is not null =>
            PromptChanges.Between(was, now),
        (Value.Map was, Value.Map now) when FlowContent.IsFlow(was) && FlowContent.IsFlow(now) =>
            FlowChanges.Between(was, now),
        _ => [new ContentChange.Changed(Impact.Breaking, "kind", Kind(before), Kind(after))],
    };

    /// <summary>One value: added, removed, another, or nothing.</summary>
    internal static IEnumerable<ContentChange> OfValue(string what, Impact impact, Value? was, Value? now) =>
        (was is null ? null : ValueParts.Spell(was), now is null ? null : ValueParts.Spell(now)) switch
        {
            (null, null) => [],
            (null, { } added) => [new ContentChange.Added(impact, what, added)],
            ({ } removed, null) => [new ContentChange.Removed(impact, what, removed)],
            var (old, @new) when old != @new => [new ContentChange.Changed(impact, what, old!, @new!)],
            _ => [],
        };

    private static string Kind(Value content) => FlowContent.IsFlow(content) ? "flow" : "prompt";
}
