using System.Collections.Immutable;

namespace Infra.Alarms;

/// <summary>Data points by the start of their period; a period may have no data point.</summary>
/// <param name="Points">The data points; each is a finite number.</param>
public sealed record Series(ImmutableSortedDictionary<DateTimeOffset, double> Points)
{
    /// <summary>No data points.</summary>
    public static Series Empty { get; } = new(ImmutableSortedDictionary<DateTimeOffset, double>.Empty);

    /// <summary>The data point of a period; null for none.</summary>
    public double? At(DateTimeOffset time) => Points.TryGetValue(time, out var value) ? value : null;

    /// <summary>A series of these data points; those that are not finite numbers are left out.</summary>
    public static Series Of(IEnumerable<(DateTimeOffset Time, double? Value)> points) => new(points
        .Where(point => point.Value is { } value && double.IsFinite(value))
        .ToImmutableSortedDictionary(point => point.Time, point => point.Value!.Value));

    /// <summary>The same number in every period.</summary>
    public static Series Constant(IEnumerable<DateTimeOffset> times, double value) =>
        Of(times.Select(time => (time, (double?)value)));

    /// <summary>The series with every data point changed.</summary>
    public Series Select(Func<double, double?> change) =>
        Of(Points.Select(point => (point.Key, change(point.Value))));

    /// <summary>Combines the data points of the periods that both series have.</summary>
    public Series With(Series other, Func<double, double, double?> join) =>
        Of(Points.Select(point => (point.Key, other.At(point.Key) is { } found ? join(point.Value, found) : null)));
}
