using System.Globalization;

namespace Infra.Local.Metrics;

/// <summary>What was measured of a metric in some time, a minute or more of them.</summary>
internal sealed class MetricMinute
{
    /// <summary>Values are told apart by so many digits: enough for percentiles, and a bound for memory.</summary>
    private const int Digits = 3;

    private readonly SortedDictionary<double, double> _values = [];

    /// <summary>How many were measured.</summary>
    public double Count { get; private set; }

    private double Sum { get; set; }

    private double Least { get; set; } = double.PositiveInfinity;

    private double Most { get; set; } = double.NegativeInfinity;

    /// <summary>Adds a value that was measured so many times.</summary>
    public void Add(double value, double count)
    {
        var rounded = double.Parse(
            value.ToString($"E{Digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        Add(count, value * count, value, value);
        _values[rounded] = _values.GetValueOrDefault(rounded) + count;
    }

    /// <summary>Adds values of which only sums are known: percentiles do not know them.</summary>
    public void Add(double count, double sum, double least, double most) =>
        (Count, Sum, Least, Most) = (Count + count, Sum + sum, Math.Min(Least, least), Math.Max(Most, most));

    /// <summary>Adds what was measured at another time.</summary>
    public void Add(MetricMinute other)
    {
        Add(other.Count, other.Sum, other.Least, other.Most);
        foreach (var (value, count) in other._values)
        {
            _values[value] = _values.GetValueOrDefault(value) + count;
        }
    }

    /// <summary>A statistic; null for nothing measured.</summary>
    public double? Of(string statistic) => Count is 0 ? null : statistic switch
    {
        "SampleCount" => Count,
        "Sum" => Sum,
        "Average" => Sum / Count,
        "Minimum" => Least,
        "Maximum" => Most,
        _ => Percent(statistic) is { } percent ? Percentile(percent) : null,
    };

    /// <summary>Whether a statistic is kept here.</summary>
    public static bool Knows(string statistic) =>
        statistic is "SampleCount" or "Sum" or "Average" or "Minimum" or "Maximum" || Percent(statistic) is not null;

    /// <summary>The 95 of <c>p95</c>.</summary>
    private static double? Percent(string statistic) =>
        statistic is ['p', ..] && double.TryParse(
            statistic.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
        && percent <= 100 ? percent : null;

    /// <summary>The least value that so many percent do not exceed.</summary>
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
