using System.Collections.Immutable;
using Infra.Alarms;

namespace Infra.Local.Metrics;

/// <summary>The metrics of a server, by minute; lost when it stops.</summary>
internal sealed class MetricStore
{
    /// <summary>The most minutes of metrics that are kept in all; beyond it the oldest minute is dropped.</summary>
    private const int Most = 100_000;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _turn = new();
    private readonly SortedDictionary<DateTimeOffset, Dictionary<(string Region, CloudMetric Metric), MetricMinute>>
        _minutes = [];

    private int _kept;

    /// <summary>The start of a time's minute.</summary>
    public static DateTimeOffset MinuteOf(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % Minute.Ticks), TimeSpan.Zero);

    /// <summary>Adds values.</summary>
    public void Add(string region, CloudMetric metric, DateTimeOffset at, Action<MetricMinute> add)
    {
        lock (_turn)
        {
            var minute = MinuteOf(at);
            var metrics = _minutes.GetValueOrDefault(minute) ?? (_minutes[minute] = []);
            if (!metrics.TryGetValue((region, metric), out var measured))
            {
                metrics[(region, metric)] = measured = new();
                _kept++;
            }

            add(measured);
            if (_kept > Most)
            {
                var (oldest, gone) = _minutes.First();
                _minutes.Remove(oldest);
                _kept -= gone.Count;
            }
        }
    }

    /// <summary>A statistic for each of the periods that start at these times.</summary>
    public Series Read(string region, MetricStatistic statistic, ImmutableArray<DateTimeOffset> times)
    {
        lock (_turn)
        {
            return Series.Of(times.Select(time =>
                (time, Between(region, statistic.Metric, time, time + statistic.Period).Of(statistic.Statistic))));
        }
    }

    /// <summary>Every metric of a region that has data since a time.</summary>
    public IReadOnlyList<CloudMetric> Since(string region, DateTimeOffset time)
    {
        lock (_turn)
        {
            return
            [
                .. _minutes.Where(minute => minute.Key >= time)
                    .SelectMany(minute => minute.Value.Keys)
                    .Where(kept => kept.Region == region)
                    .Select(kept => kept.Metric)
                    .Distinct(),
            ];
        }
    }

    private MetricMinute Between(string region, CloudMetric metric, DateTimeOffset from, DateTimeOffset until)
    {
        var sum = new MetricMinute();
        if (_minutes.Count is 0)
        {
            return sum;
        }

        var (first, last) = (_minutes.Keys.First(), _minutes.Keys.Last());
        for (var minute = from > first ? MinuteOf(from) : first; minute < until && minute <= last; minute += Minute)
        {
            if (_minutes.TryGetValue(minute, out var metrics)
                && metrics.TryGetValue((region, metric), out var measured))
            {
                sum.Add(measured);
            }
        }

        return sum;
    }
}
