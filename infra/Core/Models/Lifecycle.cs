using System.Collections.Immutable;

namespace Infra.Models;

/// <summary>When a model can be called, as far as AWS has published it.</summary>
public sealed record Lifecycle
{
    /// <summary>How long before a model's end people are warned of it.</summary>
    /// <value>Days.</value>
    public const int Notice = 90;

    /// <summary>The day from which calls are refused.</summary>
    public DateOnly? End { get; init; }

    /// <summary>Whether calls are known to be refused, though no source says since when.</summary>
    public bool HasEnded { get; init; }

    /// <summary>The day until which AWS guarantees that the model can be called.</summary>
    public DateOnly? NoSoonerThan { get; init; }

    /// <summary>The day from which new customers may not use it.</summary>
    public DateOnly? LegacySince { get; init; }

    /// <summary>Whether AWS calls it legacy, though no source says since when.</summary>
    public bool IsLegacy { get; init; }

    /// <summary>Regions in which, according to another source, the model can still be called.</summary>
    public ImmutableArray<string> DisputedIn { get; init; } = [];

    /// <summary>The phase that a model is in on a day; in a region where sources disagree it counts as
    /// active.</summary>
    /// <param name="day">The day; the caller provides it.</param>
    /// <param name="region">The region that the call is made in; null for any.</param>
    public Phase On(DateOnly day, string? region)
    {
        if (region is not null && DisputedIn.Contains(region))
        {
            return new Phase.Active();
        }

        return this switch
        {
            { HasEnded: true } => new Phase.Ended(End),
            { End: { } end } when end <= day => new Phase.Ended(end),
            { End: { } end } => new Phase.Ending(end, end <= day.AddDays(Notice)),
            { LegacySince: { } since } when since <= day => new Phase.Legacy(since),
            { IsLegacy: true } => new Phase.Legacy(LegacySince),
            _ => new Phase.Active(),
        };
    }
}

/// <summary>The phase that a model is in on a day.</summary>
public abstract record Phase
{
    private Phase()
    {
    }

    /// <summary>It can be called.</summary>
    public sealed record Active : Phase;

    /// <summary>New customers, and those who have not called it for a while, are refused.</summary>
    /// <param name="Since">Since when; null when no source says.</param>
    public sealed record Legacy(DateOnly? Since) : Phase;

    /// <summary>It can still be called, and its end is known.</summary>
    /// <param name="End">The day from which calls are refused.</param>
    /// <param name="IsNear">Whether that is within <see cref="Lifecycle.Notice"/> days.</param>
    public sealed record Ending(DateOnly End, bool IsNear) : Phase;

    /// <summary>Calls are refused.</summary>
    /// <param name="Since">Since when; null when no source says.</param>
    public sealed record Ended(DateOnly? Since) : Phase;
}
