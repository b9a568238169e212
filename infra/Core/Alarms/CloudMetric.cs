using System.Collections.Immutable;

namespace Infra.Alarms;

/// <summary>A CloudWatch metric; two are equal when their namespace, name and dimensions are.</summary>
/// <param name="Namespace">As in <c>AWS/Bedrock</c>.</param>
/// <param name="Name">As in <c>Invocations</c>.</param>
/// <param name="Dimensions">The values of its dimensions, by their names.</param>
public sealed record CloudMetric(string Namespace, string Name, ImmutableSortedDictionary<string, string> Dimensions)
{
    /// <inheritdoc/>
    public bool Equals(CloudMetric? other) => other is not null
        && (Namespace, Name) == (other.Namespace, other.Name) && Dimensions.SequenceEqual(other.Dimensions);

    /// <inheritdoc/>
    public override int GetHashCode() => Dimensions.Aggregate(
        HashCode.Combine(Namespace, Name), (hash, dimension) => HashCode.Combine(hash, dimension.Key, dimension.Value));
}

/// <summary>A statistic of a metric.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Period">The length of time that one data point covers.</param>
/// <param name="Statistic">As in <c>Sum</c> or <c>p95</c>.</param>
public sealed record MetricStatistic(CloudMetric Metric, TimeSpan Period, string Statistic);

/// <summary>One member of a request for data or of an alarm: a statistic or an expression.</summary>
/// <param name="Id">The id by which expressions refer to it.</param>
public sealed record MetricQuery(string Id)
{
    /// <summary>The statistic; null for an expression.</summary>
    public MetricStatistic? Statistic { get; init; }

    /// <summary>The expression; null for a statistic.</summary>
    public string? Expression { get; init; }

    /// <summary>The label, for people.</summary>
    public string? Label { get; init; }

    /// <summary>The period of an expression; null for the period of the statistics that it uses.</summary>
    public TimeSpan? Period { get; init; }

    /// <summary>Whether its data is returned; in an alarm, whether it is compared with the threshold.</summary>
    /// <value>Default true.</value>
    public bool IsReturned { get; init; } = true;
}
