using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Alarms;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Values;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace Infra.Local.Metrics;

/// <summary>ListMetrics and PutMetricData of CloudWatch.</summary>
/// <param name="Store">The metrics.</param>
internal sealed record MetricOperations(MetricStore Store)
{
    private const int PerPage = 500;

    /// <summary>The largest value that is accepted, positive or negative.</summary>
    /// <remarks>Source: CloudWatch API, MetricDatum, read 2026-11-28.</remarks>
    private static readonly double Most = Math.Pow(2, 360);

    private static readonly TimeSpan Recent = TimeSpan.FromHours(3);

    private static readonly Page Metrics = Page.Capital("Metrics", PerPage, "InvalidParameterValue");

    /// <summary>The operations by name.</summary>
    public ImmutableDictionary<string, Handler> All => new Dictionary<string, Handler>
    {
        ["ListMetrics"] = new Handler.Reads(List),
        ["PutMetricData"] = new Handler.Reads((_, call) => Put(call)),
    }.ToImmutableDictionary();

    private Reply List(World world, Call call)
    {
        var since = call["RecentlyActive"] is null ? DateTimeOffset.MinValue : call.Now - Recent;
        var wanted = (call.Input["Dimensions"] as JsonArray ?? []).Select(dimension =>
            (Name: dimension!["Name"]!.GetValue<string>(), Value: dimension["Value"]?.GetValue<string>())).ToArray();
        return Metrics.Of(call,
        [
            .. from metric in Store.Since(call.Region, since)
               where (call["Namespace"] ?? metric.Namespace) == metric.Namespace
                   && (call["MetricName"] ?? metric.Name) == metric.Name
                   && wanted.All(dimension => metric.Dimensions.TryGetValue(dimension.Name, out var value)
                       && (dimension.Value ?? value) == value)
               let shown = Shown(metric)
               let place = shown.ToJsonString()
               orderby place
               select (place, shown),
        ]);
    }

    private Reply Put(Call call)
    {
        var data = (call.Input["MetricData"] as JsonArray ?? []).OfType<JsonObject>().ToArray();
        if (data.SelectMany(Numbers).Any(number => Math.Abs(number) > Most))
        {
            return new Fault("InvalidParameterValue", "Values must be in the range of -2^360 to 2^360.");
        }

        foreach (var datum in data)
        {
            JsonObject named = new()
            {
                ["Namespace"] = call.Required("Namespace"),
                ["MetricName"] = datum["MetricName"]?.DeepClone(),
                ["Dimensions"] = datum["Dimensions"]?.DeepClone(),
            };
            var metric = AlarmReader.MetricOf((Value.Map)Values.JsonValue.From(named.Frozen()));
            if (Measured(datum) is not { } add)
            {
                return new Fault("MissingParameter", $"The parameter Value of the metric {metric.Name}, or one that "
                    + "takes its place (Values with Counts, StatisticValues), is required.");
            }

            var at = datum["Timestamp"] is JsonValue seconds ? DataOperations.Time(seconds) : call.Now;
            Store.Add(call.Region, metric, at, add);
        }

        return new JsonObject();
    }

    private static IEnumerable<double> Numbers(JsonObject datum) =>
        from item in new[] { datum["Value"], datum["Values"], datum["Counts"] }
            .Concat((datum["StatisticValues"] as JsonObject ?? []).Select(entry => entry.Value))
        from number in item as JsonArray ?? [item?.DeepClone()]
        where number is not null
        select Number(number);

    private static Action<MetricMinute>? Measured(JsonObject datum)
    {
        if (datum["StatisticValues"] is JsonObject set)
        {
            return minute => minute.Add(
                Number(set["SampleCount"]), Number(set["Sum"]), Number(set["Minimum"]), Number(set["Maximum"]));
        }

        var values = datum["Values"] as JsonArray ?? (datum["Value"] is { } single ? [single.DeepClone()] : null);
        var counts = datum["Counts"] as JsonArray;
        return values is null || (counts is not null && counts.Count != values.Count) ? null : minute =>
        {
            foreach (var (index, value) in values.Index())
            {
                minute.Add(Number(value), counts is null ? 1 : Number(counts[index]));
            }
        };
    }

    private static JsonObject Shown(CloudMetric metric) => new()
    {
        ["Namespace"] = metric.Namespace,
        ["MetricName"] = metric.Name,
        ["Dimensions"] = new JsonArray(
        [
            .. metric.Dimensions.Select(dimension => new JsonObject
            {
                ["Name"] = dimension.Key,
                ["Value"] = dimension.Value,
            }),
        ]),
    };

    private static double Number(JsonNode? node) => DataOperations.Number(node!);
}
