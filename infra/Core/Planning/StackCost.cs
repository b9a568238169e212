using System.Collections.Immutable;
using Infra.Diagnostics;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>The cost of calls of a stack's prompts; a flow costs what its prompts cost.</summary>
/// <param name="Lines">In ordinal order of the names.</param>
public sealed record StackCost(ImmutableArray<CostLine> Lines)
{
    /// <summary>The lowest cost of a month, in US dollars, without what is unknown; null where no number of calls is
    /// stated.</summary>
    public decimal? Least => Sum(line => line.Least);

    /// <summary>The highest cost of a month, in US dollars; null where something is unknown or unlimited.</summary>
    public decimal? Most => Stated.Any(line => line.Most is null) ? null : Sum(line => line.Most);

    private IEnumerable<CostLine> Stated => Lines.Where(line => line.Calls is not null);

    /// <summary>The cost of what callers get.</summary>
    /// <param name="project">The project.</param>
    /// <param name="settings">The stack.</param>
    /// <param name="calls">The calls per month, by name.</param>
    public static StackCost Of(
        Project project, StackSettings settings, IReadOnlyDictionary<string, long> calls)
    {
        var (prompts, _, _) = Deployments.Of(project, settings, new List<Diagnostic>());
        return new(
        [
            .. prompts.Select(prompt => new CostLine(
                prompt.Name,
                CallCost.Of(prompt.LiveContent, settings.Models),
                calls.TryGetValue(prompt.Name, out var count) ? count : null)),
        ]);
    }

    private decimal? Sum(Func<CostLine, decimal?> part) => Stated.Any() ? Stated.Sum(line => part(line) ?? 0) : null;
}

/// <summary>The cost of one prompt's calls.</summary>
/// <param name="Name">The prompt.</param>
/// <param name="Cost">The cost of its calls.</param>
/// <param name="Calls">The calls per month; null when not stated.</param>
public sealed record CostLine(string Name, CallCost Cost, long? Calls)
{
    /// <summary>The lowest cost of a month, in US dollars; null when unknown.</summary>
    public decimal? Least => Calls * Cost.Least / CallCost.Calls;

    /// <summary>The highest cost of a month, in US dollars; null when unknown or unlimited.</summary>
    public decimal? Most => Calls * Cost.Most / CallCost.Calls;
}
