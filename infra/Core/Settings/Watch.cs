using System.Collections.Immutable;
using System.Globalization;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>What a stack watches of what it serves, and what follows when it is not as it should be.</summary>
public sealed record Watch
{
    /// <summary>What is watched of every name that <see cref="Names"/> does not list.</summary>
    public Thresholds Each { get; init; } = Thresholds.None;

    /// <summary>What is watched of the names that are listed.</summary>
    public ImmutableSortedDictionary<string, WatchedName> Names { get; init; } =
        ImmutableSortedDictionary.Create<string, WatchedName>(StringComparer.Ordinal);

    /// <summary>The ARN of the topic that is told; null for none.</summary>
    public string? Notify { get; init; }

    /// <summary>Whether a dashboard shows it.</summary>
    public bool Dashboard { get; init; }

    /// <summary>The log group that the account's invocation logging goes to; null when nobody says.</summary>
    public string? LogGroup { get; init; }

    /// <summary>The repository that is asked to roll back; null for none.</summary>
    public RollbackRequest? Rollback { get; init; }

    /// <summary>Where the stack's settings say so.</summary>
    public required Location At { get; init; }

    /// <summary>What is watched of a name.</summary>
    public Thresholds Of(string name) => Names.GetValueOrDefault(name)?.Thresholds ?? Each;
}

/// <summary>What is watched of one name, with what it takes over from the others.</summary>
/// <param name="Thresholds">What is watched.</param>
/// <param name="At">Where the stack's settings name it.</param>
public sealed record WatchedName(Thresholds Thresholds, Location At);

/// <summary>From when on something is wrong; null where it is not watched.</summary>
/// <param name="Failures">The most percent of calls that may fail.</param>
/// <param name="Latency">The most milliseconds that 95 of 100 calls may take.</param>
/// <param name="Quality">The least percent of answers that applications report as good.</param>
public sealed record Thresholds(Threshold? Failures, Threshold? Latency, Threshold? Quality)
{
    /// <summary>Nothing is watched.</summary>
    public static readonly Thresholds None = new(null, null, null);

    /// <summary>Whether nothing is watched.</summary>
    public bool AreNone => this is { Failures: null, Latency: null, Quality: null };

    /// <summary>What takes figures of calls, which only <c>measure</c> tells apart; null where nothing does.</summary>
    public Threshold? OfCalls => Failures ?? Latency;
}

/// <summary>A limit, and the calls that it takes to judge.</summary>
/// <param name="Limit">Percent or milliseconds.</param>
/// <param name="Of">The fewest calls that say something.</param>
/// <param name="In">The time in which they are counted; whole minutes.</param>
/// <param name="At">Where the stack's settings say so.</param>
public sealed record Threshold(decimal Limit, int Of, TimeSpan In, Location At)
{
    /// <summary>The fewest calls, where nobody says.</summary>
    public const int DefaultOf = 50;

    /// <summary>The time, where nobody says.</summary>
    public static readonly TimeSpan DefaultIn = TimeSpan.FromMinutes(15);

    /// <summary>The longest time.</summary>
    /// <value>One day: the longest period of an alarm.</value>
    /// <remarks>Source: cloudwatch PutMetricAlarm, Period and EvaluationPeriods, read 2026-11-27.</remarks>
    public static readonly TimeSpan LongestIn = TimeSpan.FromDays(1);

    /// <summary>The time in words: <c>15 minutes</c>.</summary>
    public string Time => (int)In.TotalMinutes switch
    {
        1 => "1 minute",
        60 => "1 hour",
        var minutes when minutes % 60 is 0 => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} hours"),
        var minutes => string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes"),
    };
}

/// <summary>Where an alarm asks for a rollback.</summary>
/// <param name="Repository">The repository on GitHub: <c>acme/prompts</c>.</param>
/// <param name="Connection">The ARN of the EventBridge connection that holds its token.</param>
/// <param name="Merge">Whether what is proposed is merged once its checks pass.</param>
public sealed record RollbackRequest(string Repository, string Connection, bool Merge);
