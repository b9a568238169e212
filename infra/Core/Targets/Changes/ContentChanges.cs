using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Targets;

/// <summary>What differs between two contents of the same kind.</summary>
public static class ContentChanges
{
    /// <summary>The differences, the gravest first; none when they are equal.</summary>
    public static ImmutableArray<ContentChange> Between(Value before, Value after) => (before, after) switch
    {
        (Value.Map was, Value.Map now) when was["TemplateType"] is not null && now["TemplateType"] is not null =>
            PromptChanges.Between(was, now),
        _ when CanonicalJson.Compact(before) == CanonicalJson.Compact(after) => [],
        _ => [new ContentChange.Changed(Impact.Behavioural, "definition", CanonicalJson.Compact(before), CanonicalJson.Compact(after))],
    };
}
