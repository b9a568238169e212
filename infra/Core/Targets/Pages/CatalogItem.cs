using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Infra.Definitions;
using Infra.Definitions.Prompts;
using Infra.Models;
using Infra.Planning;
using Infra.Releases;

namespace Infra.Targets.Pages;

/// <summary>What the catalogue says of one name.</summary>
/// <param name="Shown">The working file, or the newest release of a name without one.</param>
/// <param name="Releases">Every release, oldest first.</param>
/// <param name="Served">What each stack serves, in the stacks' order; null for nothing.</param>
internal sealed record CatalogItem(
    Definition Shown, ImmutableArray<Release> Releases, ImmutableArray<(string Stack, string? Serves)> Served)
{
    /// <summary>Its name.</summary>
    public string Name => Shown.Name;

    /// <summary>What it is.</summary>
    public string Kind => Shown is Prompt ? "prompt" : "flow";

    /// <summary>The model or agent that answers; null for a flow.</summary>
    public string? Answers => Shown is Prompt prompt ? (prompt.Model ?? prompt.Agent)?.Value : null;

    /// <summary>Every name of a project, in order.</summary>
    public static IEnumerable<CatalogItem> All(Project project, IReadOnlyCollection<Plan> plans)
    {
        var served = plans.SelectMany(plan => plan.Aliases.Select(alias => (plan.Stack, Alias: alias)))
            .ToDictionary(pair => (pair.Stack, pair.Alias.Owner), pair => Serves(pair.Alias));
        return
            from name in project.Catalog.Definitions.Keys.Union(project.Releases.ByName.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
            let shown = project.Catalog.Definitions.GetValueOrDefault(name) ?? project.Releases.Newest(name)?.Definition
            where shown is not null
            select new CatalogItem(
                shown,
                [.. project.Releases[name].Values],
                [.. plans.Select(plan => (plan.Stack, served.GetValueOrDefault((plan.Stack, name))))]);
    }

    /// <summary>How long the model lives, as far as is known; null when nothing speaks against it.</summary>
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

    private static string Serves(DeclaredAlias alias) =>
        alias.Release is { } release ? string.Create(CultureInfo.InvariantCulture, $"release {release}") : "draft";
}
