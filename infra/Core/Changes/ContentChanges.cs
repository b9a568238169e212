using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Changes;

/// <summary>Finds the differences between two contents of the same kind.</summary>
public static class ContentChanges
{
    /// <summary>The differences, the most serious first; none when the contents are equal.</summary>
    public static ImmutableArray<ContentChange> Between(Value before, Value after) => (before, after) switch
    {
        _ when before == after => [],
        (Value.Map was, Value.Map now) when was["TemplateType"] is not null && now["TemplateType"] is not null =>
            OrAnother("prompt", PromptChanges.Between(was, now)),
        (Value.Map was, Value.Map now) when FlowContent.IsFlow(was) && FlowContent.IsFlow(now) =>
            OrAnother("flow", FlowChanges.Between(was, now)),
        _ => [new ContentChange.Changed(Impact.Breaking, "kind", Kind(before), Kind(after))],
    };

    /// <summary>The old and the new text, compared by words if they have enough in common.</summary>
    internal static ContentChange OfText(string what, Impact impact, string was, string now) =>
        WordDiff.Between(was, now) is { } words
            ? new ContentChange.Reworded(impact, what, words)
            : new ContentChange.Rewritten(impact, what, was, now);

    /// <summary>Reports the same names in another order.</summary>
    internal static IEnumerable<ContentChange> OfOrder(
        string what, Impact impact, IEnumerable<string> was, IEnumerable<string> now)
    {
        var (before, after) = (was.ToArray(), now.ToArray());
        return LeafChanges.Between(
            what,
            string.Join(", ", before.Intersect(after, StringComparer.Ordinal)),
            string.Join(", ", after.Intersect(before, StringComparer.Ordinal)),
            impact);
    }

    /// <summary>At least one difference between contents that are not equal.</summary>
    private static ImmutableArray<ContentChange> OrAnother(string kind, IEnumerable<ContentChange> changes) =>
        changes.OrderByDescending(change => change.Impact).ToImmutableArray() is { IsEmpty: false } found
            ? found
            : [new ContentChange.Added(Impact.Cosmetic, $"another spelling of the same {kind}", null)];

    private static string Kind(Value content) => FlowContent.IsFlow(content) ? "flow" : "prompt";
}
