using System.Collections.Immutable;
using Infra.Definitions.Prompts;
using Infra.Values;
using static Infra.Changes.ContentChanges;

namespace Infra.Changes;

/// <summary>What differs between two variants of a prompt, as callers see it.</summary>
public static class PromptChanges
{
    /// <summary>The differences, the gravest first; none when the variants are equal.</summary>
    public static ImmutableArray<ContentChange> Between(Value.Map before, Value.Map after) =>
    [
        .. new[]
            {
                Variables(before, after),
                Model(before, after),
                Agent(before, after),
                Parameters(before, after),
                Tools(before, after),
                Texts(before, after),
                OfValue(
                    "additional model fields",
                    Impact.Behavioural,
                    before["AdditionalModelRequestFields"],
                    after["AdditionalModelRequestFields"]),
                OfValue("metadata", Impact.Cosmetic, before["Metadata"], after["Metadata"]),
                OfValue("variant", Impact.Cosmetic, before["Name"], after["Name"]),
            }
            .SelectMany(changes => changes)
            .OrderByDescending(change => change.Impact),
    ];

    private static IEnumerable<ContentChange> Variables(Value.Map before, Value.Map after)
    {
        var (was, now) = (VariantParts.Variables(before), VariantParts.Variables(after));
        foreach (var name in was.Except(now, StringComparer.Ordinal))
        {
            yield return new ContentChange.Removed(Impact.Breaking, $"variable {name}", null);
        }

        foreach (var name in now.Except(was, StringComparer.Ordinal))
        {
            yield return new ContentChange.Added(Impact.Breaking, $"variable {name}", null);
        }
    }

    private static IEnumerable<ContentChange> Model(Value.Map before, Value.Map after)
    {
        var (was, now) = (ValueParts.Text(before["ModelId"]), ValueParts.Text(after["ModelId"]));
        var isSameFamily = was is not null && now is not null
            && ModelFamily.Of(was) is { } family && family == ModelFamily.Of(now);
        var impact = isSameFamily ? Impact.Behavioural : Impact.Breaking;
        return OfValue("model", impact, before["ModelId"], after["ModelId"]);
    }

    private static IEnumerable<ContentChange> Agent(Value.Map before, Value.Map after) =>
        OfValue("agent", Impact.Breaking, before["GenAiResource"], after["GenAiResource"]);

    private static IEnumerable<ContentChange> Parameters(Value.Map before, Value.Map after)
    {
        var (was, now) = (VariantParts.Inference(before), VariantParts.Inference(after));
        return was.Entries.Keys.Union(now.Entries.Keys, StringComparer.Ordinal).SelectMany(key => OfValue(
            char.ToLowerInvariant(key[0]) + key[1..],
            key is "MaxTokens" && IsLower(now[key], was[key]) ? Impact.Breaking : Impact.Behavioural,
            was[key],
            now[key]));
    }

    private static IEnumerable<ContentChange> Tools(Value.Map before, Value.Map after)
    {
        var (was, now) = (VariantParts.Tools(before), VariantParts.Tools(after));
        return was.Keys.Union(now.Keys, StringComparer.Ordinal)
            .SelectMany(name => (was.GetValueOrDefault(name), now.GetValueOrDefault(name)) switch
            {
                (not null, null) => [new ContentChange.Removed(Impact.Breaking, $"tool {name}", null)],
                (null, not null) => [new ContentChange.Added(Impact.Behavioural, $"tool {name}", null)],
                var (old, @new) => OfValue($"tool {name}", Impact.Behavioural, old, @new),
            })
            .Concat(OfValue(
                "tool choice", Impact.Behavioural, VariantParts.ToolChoice(before), VariantParts.ToolChoice(after)));
    }

    private static IEnumerable<ContentChange> Texts(Value.Map before, Value.Map after)
    {
        var (was, now) = (VariantParts.Texts(before), VariantParts.Texts(after));
        return was.Keys.Union(now.Keys, StringComparer.Ordinal)
            .SelectMany(place => (was.GetValueOrDefault(place), now.GetValueOrDefault(place)) switch
            {
                (null, { } added) => [new ContentChange.Added(Impact.Behavioural, place, added)],
                ({ } removed, null) => [new ContentChange.Removed(Impact.Behavioural, place, removed)],
                var (old, @new) when old != @new => [new ContentChange.Reworded(place, WordDiff.Between(old!, @new!))],
                _ => Array.Empty<ContentChange>(),
            })
            .Concat(OfValue(
                "cache points and turns", Impact.Behavioural, VariantParts.Frame(before), VariantParts.Frame(after)));
    }

    private static bool IsLower(Value? now, Value? was) =>
        now is Value.Number lower && (was is not Value.Number higher || lower.Content < higher.Content);
}
