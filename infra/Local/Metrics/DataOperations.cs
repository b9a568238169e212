using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Alarms;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Values;

namespace Infra.Local.Metrics;

/// <summary>GetMetricData of CloudWatch.</summary>
/// <param name="Store">The metrics.</param>
internal sealed record DataOperations(MetricStore Store)
{
    /// <remarks>Source: CloudWatch API, GetMetricData, MaxDatapoints, read 2026-11-28. A request for more is refused
    /// here: there is no second page.</remarks>
    private const int MostPoints = 100_800;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The operations by name.</summary>
    public ImmutableDictionary<string, Handler> All => new Dictionary<string, Handler>
    {
        ["GetMetricData"] = new Handler.Reads((_, call) => Get(call)),
    }.ToImmutableDictionary();

    /// <summary>Seconds since 1970 as a time, rounded to the nearest one.</summary>
    public static DateTimeOffset Time(JsonNode seconds) => DateTimeOffset.UnixEpoch.AddSeconds(
        Math.Clamp(Number(seconds), 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds()));

    /// <summary>A number in a request.</summary>
    public static double Number(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);

    private Reply Get(Call call)
    {
        ImmutableArray<MetricQuery> queries =
        [
            .. call.Input["MetricDataQueries"]!.AsArray()
                .Select(query => AlarmReader.Query((Value.Map)Values.JsonValue.From(query!.AsObject().Frozen()))),
        ];
        var (start, end) = (Time(call, "StartTime"), Time(call, "EndTime"));
        var asked = queries.Where(query => query.IsReturned).ToArray();
        var points = asked.Sum(query => (end - start) / PeriodOf(query, queries));
        if (Refused(queries, points, end > start) is { } refused)
        {
            return new Fault("ValidationError", refused);
        }

        var isAscending = call["ScanBy"] is "TimestampAscending";
        var results = asked.Select(query => Results(call.Region, query, queries, (start, end), isAscending)).ToArray();
        return results.FirstOrDefault(result => result.Problem is not null).Problem is { } problem
            ? new Fault("ValidationError", problem)
            : new JsonObject
            {
                ["MetricDataResults"] = new JsonArray([.. results.SelectMany(result => result.Shown)]),
                ["Messages"] = new JsonArray(),
            };
    }

    private (IEnumerable<JsonObject> Shown, string? Problem) Results(
        string region,
        MetricQuery asked,
        ImmutableArray<MetricQuery> queries,
        (DateTimeOffset Start, DateTimeOffset End) time,
        bool isAscending)
    {
        var period = PeriodOf(asked, queries);
        var known = new MetricQueries(queries, Times(time, period), period, statistic =>
            Store.Read(region, statistic, Times(time, statistic.Period)));
        return known.Of(asked.Id) switch
        {
            MathResult.Line line => ([Shown(asked, line.Series, isAscending)], null),
            MathResult.Lines lines => (lines.Series.Select(series => Shown(asked, series, isAscending)), null),
            MathResult.Wrong wrong => ([], $"Error in expression '{asked.Id}': {wrong.Problem}"),
            MathResult.Scalar or MathResult.Word => ([], $"Error in expression '{asked.Id}': It must come to a time "
                + "series, or to several."),
            _ => throw new UnreachableException(),
        };
    }

    private static string? Refused(ImmutableArray<MetricQuery> queries, double points, bool isForward) =>
        !isForward ? "The parameter StartTime must be less than the parameter EndTime."
        : queries.GroupBy(query => query.Id, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any())
            is { } twice ? $"The id '{twice.Key}' in MetricDataQueries is not unique."
        : queries.FirstOrDefault(query => query.Statistic is null == query.Expression is null) is { } both
            ? $"The query '{both.Id}' must have either MetricStat or Expression."
        : queries.FirstOrDefault(query => query.Statistic?.Period.Ticks % Minute.Ticks is not (null or 0)) is { } fine
            ? $"The period of '{fine.Id}' is not a multiple of 60: the local Bedrock keeps metrics by the minute."
        : queries.FirstOrDefault(query => query.Statistic is { } stat && !MetricMinute.Knows(stat.Statistic))
            is { Statistic: { } other } ? $"The local Bedrock does not know the statistic '{other.Statistic}'. It "
                + "knows SampleCount, Sum, Average, Minimum, Maximum and percentiles such as p95."
        : points > MostPoints ? $"The request is for more than {MostPoints} data points."
        : null;

    /// <summary>The period of a query; for an expression, its own or that of the first statistic.</summary>
    private static TimeSpan PeriodOf(MetricQuery query, ImmutableArray<MetricQuery> queries) =>
        query.Statistic?.Period ?? query.Period
        ?? queries.Select(other => other.Statistic?.Period).FirstOrDefault(period => period is not null) ?? Minute;

    private static ImmutableArray<DateTimeOffset> Times(
        (DateTimeOffset Start, DateTimeOffset End) time, TimeSpan period)
    {
        var start = MetricStore.MinuteOf(time.Start);
        var count = (int)Math.Ceiling((time.End - start) / period);
        return [.. Enumerable.Range(0, count).Select(index => start + (index * period))];
    }

    private static JsonObject Shown(MetricQuery asked, Series series, bool isAscending)
    {
        var finite = series.Points.Where(point => double.IsFinite(point.Value)).ToArray();
        var points = isAscending ? finite : finite.Reverse();
        return new()
        {
            ["Id"] = asked.Id,
            ["Label"] = asked.Label ?? asked.Statistic?.Metric.Name ?? asked.Id,
            ["Timestamps"] = new JsonArray([.. points.Select(point => (JsonNode)point.Key.ToUnixTimeSeconds())]),
            ["Values"] = new JsonArray([.. points.Select(point => (JsonNode)point.Value)]),
            ["StatusCode"] = "Complete",
        };
    }

    private static DateTimeOffset Time(Call call, string member) => Time(call.Input[member]!);
}
