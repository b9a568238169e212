using System.Collections.Immutable;

namespace Infra.Alarms;

/// <summary>A CloudWatch alarm.</summary>
public abstract record Alarm
{
    private Alarm()
    {
    }

    /// <summary>The name; unique in its account and region.</summary>
    public required string Name { get; init; }

    /// <summary>The description, for people.</summary>
    public string? Description { get; init; }

    /// <summary>An alarm that compares data with a threshold.</summary>
    public sealed record Watches : Alarm
    {
        /// <summary>Statistics and expressions, exactly one of which is compared with the threshold.</summary>
        public required ImmutableArray<MetricQuery> Queries { get; init; }

        /// <summary>The length of time that one data point covers.</summary>
        public required TimeSpan Period { get; init; }

        /// <summary>How many of the latest data points are evaluated.</summary>
        public required int EvaluationPeriods { get; init; }

        /// <summary>How many of those must breach for the alarm to go off.</summary>
        public required int DatapointsToAlarm { get; init; }

        /// <summary>How a data point must compare with the threshold in order to breach.</summary>
        public required AlarmComparison Comparison { get; init; }

        /// <summary>The value that data points are compared with.</summary>
        public required double Threshold { get; init; }

        /// <summary>How a period without data is treated.</summary>
        /// <value>Default: <see cref="MissingData.Missing"/>.</value>
        public MissingData MissingData { get; init; }
    }

    /// <summary>A composite alarm: it evaluates the states of other alarms.</summary>
    public sealed record Combines : Alarm
    {
        /// <summary>The rule by which it is in alarm, as in <c>ALARM("a") AND NOT ALARM("b")</c>.</summary>
        public required string Rule { get; init; }

        /// <summary>The alarm that suppresses its actions while that alarm is in ALARM; null for none.</summary>
        public string? Suppressor { get; init; }

        /// <summary>How long its actions wait for the suppressor to go into ALARM.</summary>
        public TimeSpan SuppressorWait { get; init; }

        /// <summary>How long its actions stay suppressed after the suppressor has left ALARM.</summary>
        public TimeSpan SuppressorExtension { get; init; }
    }
}

/// <summary>How a data point must compare with the threshold in order to breach.</summary>
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

/// <summary>How a period without data is treated.</summary>
public enum MissingData
{
    /// <summary>As missing: an alarm without any data is in INSUFFICIENT_DATA.</summary>
    Missing,

    /// <summary>As a data point within the threshold.</summary>
    NotBreaching,

    /// <summary>As a data point that breaches.</summary>
    Breaching,

    /// <summary>The alarm keeps its state.</summary>
    Ignore,
}

/// <summary>The state of an alarm.</summary>
public enum AlarmState
{
    /// <summary>The alarm is new, or has too little data.</summary>
    InsufficientData,

    /// <summary>The condition is not met.</summary>
    Ok,

    /// <summary>The condition is met.</summary>
    Alarm,
}

/// <summary>The state of an alarm, and why.</summary>
/// <param name="State">The state.</param>
/// <param name="Reason">The reason, for people.</param>
public sealed record AlarmVerdict(AlarmState State, string Reason)
{
    /// <summary>A state as CloudWatch writes it.</summary>
    public static string Spelled(AlarmState state) => state switch
    {
        AlarmState.InsufficientData => "INSUFFICIENT_DATA",
        AlarmState.Ok => "OK",
        AlarmState.Alarm => "ALARM",
    };
}
