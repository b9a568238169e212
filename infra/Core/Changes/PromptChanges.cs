using Infra.Models;
using Infra.Spelling;
using Infra.Values;
using static Infra.Changes.ContentChanges;

namespace Infra.Changes;

/// <summary>Finds the differences between two variants of a prompt, as callers see them.</summary>
internal static class PromptChanges
{
    /// <summary>The differences; none when the variants are equal.</summary>
    public static IEnumerable<ContentChange> Between(Value.Map before, Value.Map after) =>
    [
        .. Variables(before, after),
        .. Model(before, after),
        .. LeafChanges.Between("agent", VariantParts.Agent(before), VariantParts.Agent(after), Impact.Breaking),
        .. Parameters(before, after),
        .. Tools(before, after),
        .. Texts(before, after),
        .. LeafChanges.Between(
            "additional model fields",
            before["AdditionalModelRequestFields"],
            after["AdditionalModelRequestFields"],
            Impact.Behavioural),
        .. Metadata(before, after),
        .. LeafChanges.Between("variant", before["Name"], after["Name"], Impact.Cosmetic),
    ];

    private static IEnumerable<ContentChange> Variables(Value.Map before, Value.Map after)
    {
        var (was, now) = (VariantParts.Variables(before), VariantParts.Variables(after));
        return was.Except(now, StringComparer.Ordinal)
            .Select(name => (ContentChange)new ContentChange.Removed(Impact.Breaking, $"variable {name}", null))
            .Concat(now.Except(was, StringComparer.Ordinal)
                .Select(name => new ContentChange.Added(Impact.Breaking, $"variable {name}", null)))
            .Concat(OfOrder("order of variables", Impact.Cosmetic, was, now));
    }

    private static IEnumerable<ContentChange> Model(Value.Map before, Value.Map after)
    {
        var (was, now) = (ValueParts.Text(before["ModelId"]), ValueParts.Text(after["ModelId"]));
        var isOfSameMaker = was is not null && now is not null
            && ModelCatalog.Known.Of(was)?.Provider is { } maker && maker == ModelCatalog.Known.Of(now)?.Provider;
        var impact = isOfSameMaker ? Impact.Behavioural : Impact.Breaking;
        return LeafChanges.Between("model", before["ModelId"], after["ModelId"], impact);
    }

    private static IEnumerable<ContentChange> Parameters(Value.Map before, Value.Map after)
    {
        var (was, now) = (VariantParts.Inference(before), VariantParts.Inference(after));
        return was.Entries.Keys.Union(now.Entries.Keys, StringComparer.Ordinal).SelectMany(key => LeafChanges.Between(
            FirstLetter.Lower(key),
            was[key],
            now[key],
            key is "MaxTokens" && IsLower(now[key], was[key]) ? Impact.Breaking : Impact.Behavioural));
    }

    private static IEnumerable<ContentChange> Tools(Value.Map before, Value.Map after)
    {
        var (was, now) = (VariantParts.Tools(before), VariantParts.Tools(after));
        return Pair.Of(was, now, VariantParts.NameOf)
            .SelectMany(tool => LeafChanges.Between(
                $"tool {VariantParts.NameOf((tool.Now ?? tool.Was)!)}",
                tool.Was,
                tool.Now,
                tool.Now is null ? Impact.Breaking : Impact.Behavioural))
            .Concat(OfOrder(
                "order of tools",
                Impact.Cosmetic,
                was.Select(VariantParts.NameOf),
                now.Select(VariantParts.NameOf)))
            .Concat(LeafChanges.Between(
                "tool choice",
                VariantParts.ToolChoice(before),
                VariantParts.ToolChoice(after),
                Impact.Behavioural));
    }

    private static IEnumerable<ContentChange> Texts(Value.Map before, Value.Map after)
    {
        var (was, now) = (VariantParts.Texts(before), VariantParts.Texts(after));
        return was.Keys.Union(now.Keys, StringComparer.Ordinal)
            .SelectMany(place => (was.GetValueOrDefault(place), now.GetValueOrDefault(place)) switch
            {
                ({ } old, { } @new) when old != @new => [OfText(place, Impact.Behavioural, old, @new)],
                var (old, @new) => LeafChanges.Between(place, old, @new, Impact.Behavioural),
            })
            .Concat(LeafChanges.Between(
                "cache points", VariantParts.CachePoints(before), VariantParts.CachePoints(after), Impact.Behavioural));
    }

    private static IEnumerable<ContentChange> Metadata(Value.Map before, Value.Map after)
    {
        var (was, now) = (VariantParts.Metadata(before), VariantParts.Metadata(after));
        return LeafChanges.Between(
                "metadata",
                Shorthand.Document(Shorthand.Map(was)),
                Shorthand.Document(Shorthand.Map(now)),
                Impact.Cosmetic)
            .Concat(OfOrder(
                "order of metadata",
                Impact.Cosmetic,
                was.Select(pair => pair.Key),
                now.Select(pair => pair.Key)));
    }

    private static bool IsLower(Value? now, Value? was) =>
        now is Value.Number lower && (was is not Value.Number higher || lower.Content < higher.Content);
}
