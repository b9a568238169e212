using System.Diagnostics;
using Infra.Changes;
using Infra.Planning;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Targets;

/// <summary>Renders changes as JSON for programs.</summary>
public static class PlanChangesJson
{
    /// <summary>The changes.</summary>
    public static Value.Map Render(PlanChanges changes, string revision) => Map(
        ("formatVersion", PlanJson.FormatVersion),
        ("stack", changes.Stack),
        ("against", revision),
        ("resources", List(changes.Resources.Select(change => Map(
            ("change", Word(change.Kind)),
            ("type", change.Resource.Type),
            ("name", change.Resource.Name),
            ("owner", change.Resource.Owner),
            ("properties", List(change.Properties.Select(property => (Value)property))))))),
        ("served", List(changes.Served.Select(served => Map(
            ("owner", served.Owner),
            ("from", served.From),
            ("to", served.To),
            ("changes", List(served.Content.Select(Render))))))),
        ("costs", List(changes.Costs.Select(change => Map(
            ("owner", change.Owner),
            ("was", Render(change.Was)),
            ("now", Render(change.Now)))))),
        ("experiments", changes.Experiments.IsEmpty ? null : List(changes.Experiments.Select(change => Map(
            ("owner", change.Owner),
            ("what", change.What))))),
        ("widened", List(changes.Widened.Select(policy => Map(
            ("policy", policy.Name),
            ("grants", List(policy.Grants.Select(grant => (Value)grant))))))));

    /// <summary>US dollars for 1,000 calls; what is unknown or unlimited is left out, never zero.</summary>
    private static Value.Map? Render(CallCost? cost) => cost is null ? null : Map(
        ("model", cost.Model),
        ("least", cost.Least is { } least ? least : null),
        ("most", cost.Most is { } most ? most : null));

    private static Value Render(ContentChange change) => change switch
    {
        ContentChange.Added added => Change(change, "added", ("now", added.Now)),
        ContentChange.Removed removed => Change(change, "removed", ("was", removed.Was)),
        ContentChange.Changed changed => Change(change, "changed", ("was", changed.Was), ("now", changed.Now)),
        ContentChange.Rewritten text => Change(change, "rewritten", ("was", text.Was), ("now", text.Now)),
        ContentChange.Reworded reworded => Change(change, "reworded", ("words", List(reworded.Words.Select(piece =>
            Map((Word(piece.Fate), piece.Text)))))),
        _ => throw new UnreachableException(),
    };

    private static Value.Map Change(ContentChange change, string kind, params (string Key, Value? Value)[] parts) =>
        Map([("what", change.What), ("kind", kind), ("impact", Word(change.Impact)), .. parts]);

    private static string Word<T>(T choice)
        where T : struct, Enum => choice.ToString().ToLowerInvariant();
}
