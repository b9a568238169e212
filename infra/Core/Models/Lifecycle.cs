using System.Collections.Immutable;

namespace Infra.Models;

/// <summary>From when until when a model answers, as far as AWS said so.</summary>
public sealed record Lifecycle
{
    /// <summary>How many days before its end a model is spoken of.</summary>
    /// <value>Days.</value>
    public const int Notice = 90;

    /// <summary>The day from which it no longer answers.</summary>
    public DateOnly? End { get; init; }

    /// <summary>Whether calls were seen to be refused as ended, though nobody said since when.</summary>
    public bool HasEnded { get; init; }

    /// <summary>The day until which AWS guarantees it.</summary>
    public DateOnly? NoSoonerThan { get; init; }

    /// <summary>The day from which newcomers may not use it.</summary>
    public DateOnly? LegacySince { get; init; }

    /// <summary>Whether AWS called it legacy, though nobody said since when.</summary>
    public bool IsLegacy { get; init; }

    /// <summary>Regions of which another source says that it goes on there.</summary>
    public ImmutableArray<string> DisputedIn { get; init; } = [];

    /// <summary>How a model stands on a day; a region where that is disputed hears of nothing.</summary>
    /// <param name="day">The day, which is the caller's.</param>
    /// <param name="region">Where it is called; null for anywhere.</param>
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

/// <summary>How a model stands on a day.</summary>
public abstract record Phase
{
    private Phase()
    {
    }

    /// <summary>Nothing speaks against it.</summary>
    public sealed record Active : Phase;

    /// <summary>Newcomers, and those who have not called it for a while, are refused.</summary>
    /// <param name="Since">From when on; null when nobody said.</param>
    public sealed record Legacy(DateOnly? Since) : Phase;

    /// <summary>Its last day is known.</summary>
    /// <param name="End">From when on it answers no more.</param>
    /// <param name="IsNear">Whether that is within <see cref="Lifecycle.Notice"/> days.</param>
    public sealed record Ending(DateOnly End, bool IsNear) : Phase;

    /// <summary>It answers no more.</summary>
    /// <param name="Since">From when on; null when nobody said.</param>
    public sealed record Ended(DateOnly? Since) : Phase;
}
