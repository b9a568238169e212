using System.Text.Json.Nodes;
using FluentAssertions;

namespace Infra.Tests.Local.Metrics;

/// <summary>Asks a local Bedrock for metrics.</summary>
internal static class CloudWatch
{
    public static Task<Reply> AskAsync(this LocalBedrock bedrock, string operation, string input) =>
        bedrock.TargetAsync($"GraniteServiceVersion20100801.{operation}", JsonNode.Parse(input)!.AsObject());

    /// <summary>The values of a metric of a model, a minute each, oldest first.</summary>
    public static async Task<double[]> ValuesAsync(
        this LocalBedrock bedrock, string metric, string model, string stat = "Sum", int minutes = 10)
    {
        var data = await bedrock.DataAsync(minutes, Statistic("m", metric, model, stat));
        return [.. data["m"]!.AsArray().Select(value => value!.GetValue<double>())];
    }

    /// <summary>The values of queries by their ids, oldest first; the time begins with the clock.</summary>
    public static async Task<JsonObject> DataAsync(this LocalBedrock bedrock, int minutes, params string[] queries)
    {
        var start = StandingClock.Start.AddSeconds(-30).ToUnixTimeSeconds();
        var reply = await bedrock.AskAsync("GetMetricData", $$"""
            {
              "StartTime": {{start}}, "EndTime": {{start + (60 * minutes)}}, "ScanBy": "TimestampAscending",
              "MetricDataQueries": [{{string.Join(",", queries)}}]
            }
            """);
        reply.Error.Should().BeNull();
        return new(reply.Body["MetricDataResults"]!.AsArray().Select(result =>
            KeyValuePair.Create(result!["Id"]!.GetValue<string>(), (JsonNode?)result["Values"]!.DeepClone())));
    }

    /// <summary>A query for a metric of a model.</summary>
    public static string Statistic(string id, string metric, string model, string stat, int period = 60) => $$"""
        { "Id": "{{id}}", "MetricStat": { "Period": {{period}}, "Stat": "{{stat}}", "Metric": {
          "Namespace": "AWS/Bedrock", "MetricName": "{{metric}}",
          "Dimensions": [{ "Name": "ModelId", "Value": "{{model}}" }] } } }
        """;
}
