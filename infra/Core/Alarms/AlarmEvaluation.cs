using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Alarms;

/// <summary>The state of an alarm, computed from its data points as CloudWatch does it.</summary>
/// <remarks>Source: Amazon CloudWatch user guide, "Configuring how CloudWatch alarms treat missing data", with its two
/// tables, and "Avoiding premature transitions to alarm state", read 2026-11-28.</remarks>
public static class AlarmEvaluation
{
    /// <summary>How many more periods CloudWatch looks back where data is missing: 5 instead of 3 in its
    /// examples.</summary>
    private const int Further = 2;

    private const string Numbers = "0.####";

    /// <summary>How many data points are read.</summary>
    public static int Range(Alarm.Watches alarm) => alarm.EvaluationPeriods + Further;

    /// <summary>The starts of the periods to read for an evaluation at a given time, oldest first, up to and including
    /// the current one.</summary>
    public static ImmutableArray<DateTimeOffset> Times(Alarm.Watches alarm, DateTimeOffset now)
    {
        var end = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero)
            + TimeSpan.FromMinutes(1);
        return [.. Enumerable.Range(1, Range(alarm)).Reverse().Select(back => end - (back * alarm.Period))];
    }

    /// <summary>The state of an alarm.</summary>
    /// <param name="alarm">The alarm.</param>
    /// <param name="points">The data points that were read, oldest first; null where one is missing.</param>
    /// <param name="before">The state until now.</param>
    public static AlarmVerdict Of(Alarm.Watches alarm, IReadOnlyList<double?> points, AlarmState before)
    {
        var range = points.TakeLast(Range(alarm)).ToArray();
        var there = range.OfType<double>().TakeLast(alarm.EvaluationPeriods).ToArray();
        var breaching = there.Count(value => IsBreaching(alarm, value));
        var lacking = alarm.EvaluationPeriods - there.Length;
        var filled = alarm.MissingData is MissingData.Breaching ? lacking : 0;
        var state = breaching + filled >= alarm.DatapointsToAlarm ? AlarmState.Alarm
            : lacking is 0 || breaching < there.Length ? AlarmState.Ok
            : alarm.MissingData switch
            {
                // All data that is present breaches.
                MissingData.NotBreaching or MissingData.Breaching => AlarmState.Ok,
                MissingData.Ignore => before,
                MissingData.Missing when there.Length is 0 => AlarmState.InsufficientData,
                MissingData.Missing => Age(range) >= alarm.DatapointsToAlarm ? AlarmState.Alarm : AlarmState.Ok,
            };
        return new(state, Reason(alarm, there, (breaching, lacking), state));
    }

    /// <summary>Whether a data point breaches.</summary>
    public static bool IsBreaching(Alarm.Watches alarm, double value) => alarm.Comparison switch
    {
        AlarmComparison.GreaterThanThreshold => value > alarm.Threshold,
        AlarmComparison.GreaterThanOrEqualToThreshold => value >= alarm.Threshold,
        AlarmComparison.LessThanThreshold => value < alarm.Threshold,
        AlarmComparison.LessThanOrEqualToThreshold => value <= alarm.Threshold,
    };

    /// <summary>The condition in words, as in <c>above 5</c>.</summary>
    public static string Words(Alarm.Watches alarm) => $"{Words(alarm.Comparison)} {Spelled(alarm.Threshold)}";

    /// <summary>How many periods ago the oldest data point began, counting the current period as the first.</summary>
    private static int Age(double?[] range) => range.Length - Array.FindIndex(range, value => value is not null);

    private static string Reason(
        Alarm.Watches alarm, double[] there, (int Breaching, int Lacking) count, AlarmState state)
    {
        var missing = count.Lacking is 0 ? "" : $", {count.Lacking} missing ({Words(alarm.MissingData)})";
        return there.Length is 0
            ? $"no data in {Range(alarm)} periods of {Seconds(alarm.Period)} ({Words(alarm.MissingData)})"
            : $"{count.Breaching} of {there.Length} data points [{string.Join(", ", there.Select(Spelled))}] "
                + $"{(count.Breaching is 1 ? "is" : "are")} {Words(alarm)}{missing}; {alarm.DatapointsToAlarm} of "
                + $"{alarm.EvaluationPeriods} make an alarm{(state is AlarmState.InsufficientData ? ", too few" : "")}";
    }

    private static string Words(AlarmComparison comparison) => comparison switch
    {
        AlarmComparison.GreaterThanThreshold => "above",
        AlarmComparison.GreaterThanOrEqualToThreshold => "at or above",
        AlarmComparison.LessThanThreshold => "below",
        AlarmComparison.LessThanOrEqualToThreshold => "at or below",
    };

    private static string Words(MissingData missing) => missing switch
    {
        MissingData.Missing => "missing data counts as missing",
        MissingData.NotBreaching => "missing data does not breach",
        MissingData.Breaching => "missing data breaches",
        MissingData.Ignore => "missing data changes nothing",
    };

    private static string Spelled(double value) => value.ToString(Numbers, CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s";
}
