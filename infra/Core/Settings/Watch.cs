using System.Collections.Immutable;
using System.Globalization;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>What a stack watches, and what happens when a threshold is crossed.</summary>
public sealed record Watch
{
    /// <summary>The thresholds of every name that <see cref="Names"/> does not list.</summary>
    public Thresholds Each { get; init; } = Thresholds.None;

    /// <summary>The thresholds of the names that are listed.</summary>
    public ImmutableSortedDictionary<string, WatchedName> Names { get; init; } =
        ImmutableSortedDictionary.Create<string, WatchedName>(StringComparer.Ordinal);

    /// <summary>The ARN of the SNS topic that alarms notify; null for none.</summary>
    public string? Notify { get; init; }

    /// <summary>Whether there is a dashboard.</summary>
    public bool Dashboard { get; init; }

    /// <summary>The log group of the account's invocation logging; null if not stated.</summary>
    public string? LogGroup { get; init; }

    /// <summary>The repository in which an alarm starts a rollback; null for none.</summary>
    public RollbackRequest? Rollback { get; init; }

    /// <summary>Its place in the stack's settings.</summary>
    public required Location At { get; init; }

    /// <summary>The thresholds of a name.</summary>
    public Thresholds Of(string name) => Names.GetValueOrDefault(name)?.Thresholds ?? Each;
}

/// <summary>The thresholds of one name, including those it takes from the others.</summary>
/// <param name="Thresholds">The thresholds.</param>
/// <param name="At">Its place in the stack's settings.</param>
public sealed record WatchedName(Thresholds Thresholds, Location At);

/// <summary>The limits beyond which something is wrong; null for what is not watched.</summary>
/// <param name="Failures">The highest percentage of calls that may fail.</param>
/// <param name="Latency">The most milliseconds that 95 of 100 calls may take.</param>
/// <param name="Quality">The lowest percentage of answers that applications report as good.</param>
public sealed record Thresholds(Threshold? Failures, Threshold? Latency, Threshold? Quality)
{
    /// <summary>Nothing is watched.</summary>
    public static readonly Thresholds None = new(null, null, null);

    /// <summary>Whether nothing is watched.</summary>
    public bool AreNone => this is { Failures: null, Latency: null, Quality: null };

    /// <summary>A threshold that needs metrics of each prompt's calls, which only <c>measure</c> provides; null for
    /// none.</summary>
    public Threshold? OfCalls => Failures ?? Latency;
}

/// <summary>A limit, and how many calls it takes to judge by it.</summary>
/// <param name="Limit">Percent or milliseconds.</param>
/// <param name="Of">The fewest calls that are judged.</param>
/// <param name="In">The time in which they are counted, in whole minutes.</param>
/// <param name="At">Its place in the stack's settings.</param>
public sealed record Threshold(decimal Limit, int Of, TimeSpan In, Location At)
{
    /// <summary>The fewest calls, if not stated.</summary>
    public const int DefaultOf = 50;

    /// <summary>The time, if not stated.</summary>
    public static readonly TimeSpan DefaultIn = TimeSpan.FromMinutes(15);

    /// <summary>The longest time.</summary>
    /// <value>One day, the longest period of an alarm.</value>
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

/// <summary>The repository in which an alarm starts a rollback.</summary>
/// <param name="Repository">The GitHub repository, as in <c>acme/prompts</c>.</param>
/// <param name="Connection">The ARN of the EventBridge connection with its token.</param>
/// <param name="Merge">Whether the pull request is merged once its checks have passed.</param>
public sealed record RollbackRequest(string Repository, string Connection, bool Merge);
