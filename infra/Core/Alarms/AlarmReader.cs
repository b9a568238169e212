using System.Collections.Immutable;
using System.Globalization;
using Infra.Values;

namespace Infra.Alarms;

/// <summary>Reads alarms from CloudFormation's properties, which have the same names in CloudWatch's API.</summary>
public static class AlarmReader
{
    /// <summary>An alarm, or the reason why it cannot be evaluated here.</summary>
    /// <param name="properties">Literal values; what only the cloud knows must have been resolved.</param>
    public static (Alarm? Alarm, string? Problem) Read(Value.Map properties)
    {
        var name = Text(properties, "AlarmName") ?? "";
        return properties["AlarmRule"] is not null
            ? (new Alarm.Combines
            {
                Name = name,
                Description = Text(properties, "AlarmDescription"),
                Rule = Text(properties, "AlarmRule") ?? "",
                Suppressor = Text(properties, "ActionsSuppressor"),
                SuppressorWait = Seconds(properties, "ActionsSuppressorWaitPeriod") ?? TimeSpan.Zero,
                SuppressorExtension = Seconds(properties, "ActionsSuppressorExtensionPeriod") ?? TimeSpan.Zero,
            }, null)
            : Watching(name, properties);
    }

    /// <summary>The name of the alarm that a text refers to: the text itself, or the end of an ARN.</summary>
    public static string NameOf(string nameOrArn) =>
        nameOrArn.StartsWith("arn:", StringComparison.Ordinal)
        && nameOrArn.Split(':', 7) is [.., "alarm", var name] ? name : nameOrArn;

    /// <summary>One member of <c>Metrics</c>, or of GetMetricData's <c>MetricDataQueries</c>.</summary>
    public static MetricQuery Query(Value.Map query) => new(Text(query, "Id") ?? "")
    {
        Expression = Text(query, "Expression"),
        Label = Text(query, "Label"),
        Period = Seconds(query, "Period"),
        IsReturned = query["ReturnData"] is not Value.Flag { Content: false },
        Statistic = query["MetricStat"] is Value.Map stat && stat["Metric"] is Value.Map metric
            ? new(
                MetricOf(metric),
                Seconds(stat, "Period") ?? TimeSpan.FromMinutes(1),
                Text(stat, "Stat") ?? "Average")
            : null,
    };

    /// <summary>A metric: namespace, name, and dimensions as a list.</summary>
    public static CloudMetric MetricOf(Value.Map metric) => new(
        Text(metric, "Namespace") ?? "",
        Text(metric, "MetricName") ?? "",
        (metric["Dimensions"] as Value.List)?.Items.OfType<Value.Map>()
            .GroupBy(dimension => Text(dimension, "Name") ?? "", dimension => Text(dimension, "Value") ?? "")
            .ToImmutableSortedDictionary(named => named.Key, named => named.Last(), StringComparer.Ordinal)
            ?? ImmutableSortedDictionary<string, string>.Empty);

    private static (Alarm? Alarm, string? Problem) Watching(string name, Value.Map properties)
    {
        ImmutableArray<MetricQuery> queries = properties["Metrics"] is Value.List metrics
            ? [.. metrics.Items.OfType<Value.Map>().Select(Query)]
            : [Single(properties)];
        var periods = queries.Select(query => query.Statistic?.Period ?? query.Period).OfType<TimeSpan>()
            .Distinct().ToArray();
        var comparison = Text(properties, "ComparisonOperator") ?? "";
        var count = (int?)Number(properties, "EvaluationPeriods") ?? 0;
        var problem = queries.Count(query => query.IsReturned) is not 1 ? "Not exactly one of its Metrics is returned."
            : periods.Length is not 1 ? "Its Metrics have different periods."
            : periods[0] < TimeSpan.FromSeconds(1) || count is < 1 or > 1440 ? "It has no periods to look at."
            : !Enum.TryParse<AlarmComparison>(comparison, out _) ? $"It compares with '{comparison}'."
            : Number(properties, "Threshold") is null ? "It has no Threshold."
            : null;
        return problem is not null ? (null, problem) : (new Alarm.Watches
        {
            Name = name,
            Description = Text(properties, "AlarmDescription"),
            Queries = queries,
            Period = periods[0],
            EvaluationPeriods = count,
            DatapointsToAlarm = (int?)Number(properties, "DatapointsToAlarm") ?? count,
            Comparison = Enum.Parse<AlarmComparison>(comparison),
            Threshold = (double)Number(properties, "Threshold")!,
            MissingData = Enum.TryParse<MissingData>(Text(properties, "TreatMissingData"), true, out var missing)
                ? missing
                : MissingData.Missing,
        }, null);
    }

    /// <summary>An alarm on a single metric gives it among its own properties.</summary>
    private static MetricQuery Single(Value.Map properties) => new("metric")
    {
        Statistic = new(
            MetricOf(properties),
            Seconds(properties, "Period") ?? TimeSpan.Zero,
            Text(properties, "Statistic") ?? Text(properties, "ExtendedStatistic") ?? "Average"),
    };

    private static string? Text(Value.Map map, string key) => (map[key] as Value.Text)?.Content;

    private static TimeSpan? Seconds(Value.Map map, string key) =>
        Number(map, key) is { } number and >= 0 and < 10_000_000 ? TimeSpan.FromSeconds((double)number) : null;

    private static decimal? Number(Value.Map map, string key) => map[key] switch
    {
        Value.Number number => number.Content,
        Value.Text text when decimal.TryParse(
            text.Content, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
