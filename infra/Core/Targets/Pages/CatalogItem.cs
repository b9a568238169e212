using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Models;
using Infra.Planning;
using Infra.Releases;

namespace Infra.Targets.Pages;

/// <summary>What the catalog shows of one name.</summary>
/// <param name="Shown">The working file, or the newest release of a name without one.</param>
/// <param name="Releases">Every release, oldest first.</param>
/// <param name="Served">What each stack serves of it, in the order of the stacks.</param>
internal sealed record CatalogItem(
    Definition Shown, ImmutableArray<Release> Releases, ImmutableArray<CatalogServed> Served)
{
    /// <summary>Its name.</summary>
    public string Name => Shown.Name;

    /// <summary>The kind: <c>prompt</c> or <c>flow</c>.</summary>
    public string Kind => Shown is Prompt ? "prompt" : "flow";

    /// <summary>The model or agent that answers; null for a flow.</summary>
    public string? Answers => Shown is Prompt prompt ? (prompt.Model ?? prompt.Agent)?.Value : null;

    /// <summary>The prompts that a flow calls, in ordinal order.</summary>
    public ImmutableArray<string> Calls { get; } = Shown is not Flow flow ? [] :
    [
        .. flow.Body.AllNodes
            .Select(node => ((node.Configuration as NodeConfiguration.Prompt)?.Source as PromptSource.Catalog))
            .Select(source => source?.Reference.Name).OfType<string>()
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>The commits that concern it, the newest first.</summary>
    public required ImmutableArray<CatalogEvent> History { get; init; }

    /// <summary>The flows that call it, in ordinal order.</summary>
    public ImmutableArray<string> CalledBy { get; init; } = [];

    /// <summary>Every name of a project, in order.</summary>
    public static IEnumerable<CatalogItem> All(
        Project project, IReadOnlyCollection<Plan> plans, ImmutableArray<CatalogEvent> history)
    {
        var served = plans.Select(plan => CatalogServed.Of(plan)).ToArray();
        var events = history.ToLookup(past => past.Name, StringComparer.Ordinal);
        CatalogItem[] items =
        [
            .. from name in project.Catalog.Definitions.Keys.Union(project.Releases.ByName.Keys, StringComparer.Ordinal)
                   .Order(StringComparer.Ordinal)
               let shown = project.Catalog.Definitions.GetValueOrDefault(name)
                   ?? project.Releases.Newest(name)?.Definition
               where shown is not null
               select new CatalogItem(
                   shown,
                   [.. project.Releases[name].Values],
                   [
                       .. plans.Zip(served, (plan, names) =>
                           names.GetValueOrDefault(name) ?? new CatalogServed(plan.Stack, null, null)),
                   ])
               {
                   History = [.. events[name]],
               },
        ];
        var callers = items.SelectMany(item => item.Calls.Select(called => (called, item.Name)))
            .ToLookup(call => call.called, call => call.Name, StringComparer.Ordinal);
        return items.Select(item => item with { CalledBy = [.. callers[item.Name]] });
    }

    /// <summary>How long its model is available, in words; null when no end is known.</summary>
    public string? Life(ModelCatalog models, DateOnly day) => Answers is null ? null
        : models.Of(Answers)?.Lifecycle.On(day, region: null) switch
        {
            Phase.Ended { Since: { } since } => $"ended on {Day(since)}",
            Phase.Ended => "ended",
            Phase.Ending ending => $"ends on {Day(ending.End)}",
            Phase.Legacy => "legacy",
            Phase.Active or null => null,
            _ => throw new UnreachableException(),
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What a stack serves of a name.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Serves"><c>draft</c>, <c>release 3</c>; null for nothing.</param>
/// <param name="Compares">Who gets another release in an experiment, in words; null without one.</param>
internal sealed record CatalogServed(string Stack, string? Serves, string? Compares)
{
    /// <summary>The short form, for a table.</summary>
    public string Short => Compares is null ? Serves ?? "–" : $"{Serves}, experiment";

    /// <summary>The long form, with those who get another release.</summary>
    public string Long => Compares is null ? Serves ?? "not served" : $"{Serves}; {Compares}";

    /// <summary>What a stack serves, by name.</summary>
    public static Dictionary<string, CatalogServed> Of(Plan plan)
    {
        var experiments = plan.Experiments.ToDictionary(running => running.Name, StringComparer.Ordinal);
        return plan.Aliases.ToDictionary(
            alias => alias.Owner,
            alias => new CatalogServed(
                plan.Stack,
                alias.Release is { } live ? string.Create(CultureInfo.InvariantCulture, $"release {live}") : "draft",
                experiments.GetValueOrDefault(alias.Owner)?.Shares),
            StringComparer.Ordinal);
    }
}
