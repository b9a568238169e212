using System.Collections.Immutable;

namespace Infra.Alarms;

/// <summary>An alarm of CloudWatch.</summary>
public abstract record Alarm
{
    private Alarm()
    {
    }

    /// <summary>Unique in its account and region.</summary>
    public required string Name { get; init; }

    /// <summary>For people.</summary>
    public string? Description { get; init; }

    /// <summary>Compares data with a threshold.</summary>
    public sealed record Watches : Alarm
    {
        /// <summary>Statistics and expressions; exactly one of them is returned.</summary>
        public required ImmutableArray<MetricQuery> Queries { get; init; }

        /// <summary>What one data point covers.</summary>
        public required TimeSpan Period { get; init; }

        /// <summary>How many of the latest data points are looked at.</summary>
        public required int EvaluationPeriods { get; init; }

        /// <summary>How many of those must breach.</summary>
        public required int DatapointsToAlarm { get; init; }

        /// <summary>When a data point breaches.</summary>
        public required AlarmComparison Comparison { get; init; }

        /// <summary>What it is compared with.</summary>
        public required double Threshold { get; init; }

        /// <summary>What a period without data counts as.</summary>
        /// <value>Default: <see cref="MissingData.Missing"/>.</value>
        public MissingData MissingData { get; init; }
    }

    /// <summary>Looks at the states of other alarms.</summary>
    public sealed record Combines : Alarm
    {
        /// <summary>When it is in alarm, as in <c>ALARM("a") AND NOT ALARM("b")</c>.</summary>
        public required string Rule { get; init; }

        /// <summary>The alarm that keeps its actions back while it is in alarm; null for none.</summary>
        public string? Suppressor { get; init; }

        /// <summary>How long its actions wait for the suppressor.</summary>
        public TimeSpan SuppressorWait { get; init; }

        /// <summary>How long its actions are kept back once the suppressor is over.</summary>
        public TimeSpan SuppressorExtension { get; init; }
    }
}

/// <summary>When a data point breaches.</summary>
public enum AlarmComparison
{
    /// <summary>Above the threshold.</summary>
    GreaterThanThreshold,

    /// <summary>At the threshold or above.</summary>
    GreaterThanOrEqualToThreshold,

    /// <summary>Below the threshold.</summary>
    LessThanThreshold,

    /// <summary>At the threshold or below.</summary>
    LessThanOrEqualToThreshold,
}

/// <summary>What a period without data counts as.</summary>
public enum MissingData
{
    /// <summary>As nothing: an alarm without any data has INSUFFICIENT_DATA.</summary>
    Missing,

    /// <summary>As within the threshold.</summary>
    NotBreaching,

    /// <summary>As beyond the threshold.</summary>
    Breaching,

    /// <summary>The alarm stays as it is.</summary>
    Ignore,
}

/// <summary>The state of an alarm.</summary>
public enum AlarmState
{
    /// <summary>It is new, or there is not enough data.</summary>
    InsufficientData,

    /// <summary>All is well.</summary>
    Ok,

    /// <summary>It is not.</summary>
    Alarm,
}

/// <summary>The state of an alarm, and why.</summary>
/// <param name="State">The state.</param>
/// <param name="Reason">For people.</param>
public sealed record AlarmVerdict(AlarmState State, string Reason)
{
    /// <summary>A state as CloudWatch spells it.</summary>
    public static string Spelled(AlarmState state) => state switch
    {
        AlarmState.InsufficientData => "INSUFFICIENT_DATA",
        AlarmState.Ok => "OK",
        AlarmState.Alarm => "ALARM",
    };
}
