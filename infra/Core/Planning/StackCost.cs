using System.Collections.Immutable;
using Infra.Diagnostics;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>What the calls of a stack's prompts cost, by name; a flow costs what the prompts in it cost.</summary>
/// <param name="Lines">In ordinal order of the names.</param>
public sealed record StackCost(ImmutableArray<CostLine> Lines)
{
    /// <summary>The least that a month costs, without what is unknown; null where no calls are stated.</summary>
    public decimal? Least => Sum(line => line.Least);

    /// <summary>The most that a month costs; null where something is unknown or unbounded.</summary>
    public decimal? Most => Stated.Any(line => line.Most is null) ? null : Sum(line => line.Most);

    private IEnumerable<CostLine> Stated => Lines.Where(line => line.Calls is not null);

    /// <summary>The cost of what callers get.</summary>
    /// <param name="project">The project.</param>
    /// <param name="settings">The stack.</param>
    /// <param name="calls">The calls of a month, by name.</param>
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

/// <summary>What the calls of one prompt cost.</summary>
/// <param name="Name">The prompt.</param>
/// <param name="Cost">What a call can cost.</param>
/// <param name="Calls">The calls of a month; null when nobody says.</param>
public sealed record CostLine(string Name, CallCost Cost, long? Calls)
{
    /// <summary>The least that a month costs; null when that is unknown.</summary>
    public decimal? Least => Calls * Cost.Least / CallCost.Calls;

    /// <summary>The most that a month costs; null when that is unknown or unbounded.</summary>
    public decimal? Most => Calls * Cost.Most / CallCost.Calls;
}
