using System.Collections.Immutable;
using System.Diagnostics;

namespace Infra.Alarms;

/// <summary>The states of alarms over time: CloudWatch evaluates each of them every minute.</summary>
/// <param name="Alarms">The alarms, each with the time of its creation.</param>
/// <param name="Read">Reads a statistic for the given starts of periods.</param>
public sealed record AlarmTimeline(
    ImmutableArray<(Alarm Alarm, DateTimeOffset Since)> Alarms,
    Func<MetricStatistic, ImmutableArray<DateTimeOffset>, Series> Read)
{
    /// <summary>How far back it begins; earlier data does not affect today's state, except where missing data keeps a
    /// state as it is.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    /// <summary>The current states, by the alarms' names.</summary>
    public ImmutableSortedDictionary<string, AlarmStanding> At(DateTimeOffset now)
    {
        now = new(now.UtcTicks - (now.UtcTicks % Step.Ticks), TimeSpan.Zero);
        var begin = Alarms.Select(alarm => alarm.Since).DefaultIfEmpty(now).Min();
        var steps = (int)(Math.Clamp((now - begin).Ticks, 0, Longest.Ticks) / Step.Ticks);
        var standing = Alarms.ToImmutableSortedDictionary(
            alarm => alarm.Alarm.Name,
            alarm => new AlarmStanding(
                new(AlarmState.InsufficientData, "it is new"), Max(alarm.Since, now - Longest)),
            StringComparer.Ordinal);
        for (var back = steps; back >= 0; back--)
        {
            standing = Next(standing, now - (back * Step));
        }

        return standing;
    }

    private ImmutableSortedDictionary<string, AlarmStanding> Next(
        ImmutableSortedDictionary<string, AlarmStanding> before, DateTimeOffset now)
    {
        var there = Alarms.Where(alarm => alarm.Since < now + Step).Select(alarm => alarm.Alarm).ToArray();
        var after = there.OfType<Alarm.Watches>().Aggregate(before, (next, alarm) =>
            next.SetItem(alarm.Name, before[alarm.Name].Then(Verdict(alarm, before[alarm.Name], now), now)));

        // Composite alarms may refer to one another: as many rounds as there are alarms settle all of them.
        var combining = there.OfType<Alarm.Combines>().ToArray();
        for (var round = 0; round < combining.Length; round++)
        {
            var settled = combining.Aggregate(after, (next, alarm) => next.SetItem(
                alarm.Name, before[alarm.Name].Then(Verdict(alarm, next), now)));
            if (settled.Values.SequenceEqual(after.Values))
            {
                break;
            }

            after = settled;
        }

        return combining.Aggregate(after, (next, alarm) => next.SetItem(
            alarm.Name, next[alarm.Name] with { SuppressedBy = Suppression(alarm, next, now) }));
    }

    private AlarmVerdict Verdict(Alarm.Watches alarm, AlarmStanding before, DateTimeOffset now)
    {
        var times = AlarmEvaluation.Times(alarm, now);
        var queries = new MetricQueries(alarm.Queries, times, alarm.Period, statistic => Read(statistic, times));
        return queries.Of(alarm.Queries.First(query => query.IsReturned).Id) switch
        {
            MathResult.Line line => AlarmEvaluation.Of(
                alarm, [.. times.Select(time => line.Series.At(time))], before.Verdict.State),
            MathResult.Wrong wrong => new(AlarmState.InsufficientData, wrong.Problem),
            MathResult.Scalar or MathResult.Lines or MathResult.Word =>
                new(AlarmState.InsufficientData, "Its expression does not give one series."),
            _ => throw new UnreachableException(),
        };
    }

    private static AlarmVerdict Verdict(
        Alarm.Combines alarm, ImmutableSortedDictionary<string, AlarmStanding> known)
    {
        if (AlarmRule.Read(alarm.Rule) is not ({ } rule, _))
        {
            return new(AlarmState.InsufficientData, $"Its rule cannot be read: {AlarmRule.Read(alarm.Rule).Problem}");
        }

        var states = rule.Alarms.Select(AlarmReader.NameOf).Distinct(StringComparer.Ordinal)
            .Select(name => $"{name} is {AlarmVerdict.Spelled(StateOf(known, name))}");
        return new(
            rule.Holds(name => StateOf(known, AlarmReader.NameOf(name))) ? AlarmState.Alarm : AlarmState.Ok,
            string.Join(", ", states));
    }

    /// <summary>What suppresses the actions of a composite alarm, in CloudWatch's word; null for nothing.</summary>
    private static string? Suppression(
        Alarm.Combines alarm, ImmutableSortedDictionary<string, AlarmStanding> known, DateTimeOffset now)
    {
        if (alarm.Suppressor is null || !known.TryGetValue(AlarmReader.NameOf(alarm.Suppressor), out var suppressor)
            || known[alarm.Name] is not { Verdict.State: AlarmState.Alarm } own)
        {
            return null;
        }

        return suppressor.Verdict.State is AlarmState.Alarm ? "Alarm"
            : suppressor.WasAlarm && now - suppressor.Since < alarm.SuppressorExtension ? "ExtensionPeriod"
            : now - own.Since < alarm.SuppressorWait ? "WaitPeriod"
            : null;
    }

    private static AlarmState StateOf(ImmutableSortedDictionary<string, AlarmStanding> known, string name) =>
        known.TryGetValue(name, out var standing) ? standing.Verdict.State : AlarmState.InsufficientData;

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>The state of an alarm, and when it took that state.</summary>
/// <param name="Verdict">The state.</param>
/// <param name="Since">When the alarm took this state.</param>
public sealed record AlarmStanding(AlarmVerdict Verdict, DateTimeOffset Since)
{
    /// <summary>Whether the state before this one was ALARM.</summary>
    public bool WasAlarm { get; init; }

    /// <summary>What suppresses a composite alarm's actions; null for nothing.</summary>
    public string? SuppressedBy { get; init; }

    /// <summary>The state after another evaluation.</summary>
    public AlarmStanding Then(AlarmVerdict verdict, DateTimeOffset at) => verdict.State == Verdict.State
        ? this with { Verdict = verdict }
        : new(verdict, at) { WasAlarm = Verdict.State is AlarmState.Alarm };
}
