using System.Globalization;

namespace Infra.Local.Metrics;

/// <summary>The values of a metric in a minute or a longer time.</summary>
internal sealed class MetricMinute
{
    /// <summary>The number of significant digits by which values are kept: enough for percentiles, and a limit to
    /// memory.</summary>
    private const int Digits = 3;

    private readonly SortedDictionary<double, double> _values = [];

    /// <summary>The number of values.</summary>
    public double Count { get; private set; }

    private double Sum { get; set; }

    private double Least { get; set; } = double.PositiveInfinity;

    private double Most { get; set; } = double.NegativeInfinity;

    /// <summary>Adds a value that was measured this many times.</summary>
    public void Add(double value, double count)
    {
        var rounded = double.Parse(
            value.ToString($"E{Digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        Add(count, value * count, value, value);
        _values[rounded] = _values.GetValueOrDefault(rounded) + count;
    }

    /// <summary>Adds values of which only sums are known; percentiles leave them out.</summary>
    public void Add(double count, double sum, double least, double most) =>
        (Count, Sum, Least, Most) = (Count + count, Sum + sum, Math.Min(Least, least), Math.Max(Most, most));

    /// <summary>Adds the values of another time.</summary>
    public void Add(MetricMinute other)
    {
        Add(other.Count, other.Sum, other.Least, other.Most);
        foreach (var (value, count) in other._values)
        {
            _values[value] = _values.GetValueOrDefault(value) + count;
        }
    }

    /// <summary>A statistic; null without values.</summary>
    public double? Of(string statistic) => Count is 0 ? null : statistic switch
    {
        "SampleCount" => Count,
        "Sum" => Sum,
        "Average" => Sum / Count,
        "Minimum" => Least,
        "Maximum" => Most,
        _ => Percent(statistic) is { } percent ? Percentile(percent) : null,
    };

    /// <summary>Whether a statistic is supported.</summary>
    public static bool Knows(string statistic) =>
        statistic is "SampleCount" or "Sum" or "Average" or "Minimum" or "Maximum" || Percent(statistic) is not null;

    /// <summary>The number in a percentile's name: 95 for <c>p95</c>.</summary>
    private static double? Percent(string statistic) =>
        statistic is ['p', ..] && double.TryParse(
            statistic.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
        && percent <= 100 ? percent : null;

    /// <summary>The lowest value that this percentage of the values do not exceed.</summary>
    private double? Percentile(double percent)
    {
        var (wanted, seen) = (_values.Values.Sum() * percent / 100, 0.0);
        foreach (var (value, count) in _values)
        {
            if ((seen += count) >= wanted)
            {
                return value;
            }
        }

        return _values.Count is 0 ? null : _values.Keys.Last();
    }
}
