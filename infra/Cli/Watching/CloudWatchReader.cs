using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Text;
using Amazon.Runtime;
using Infra.Alarms;
using Infra.Cli.Aws;
using Infra.Cli.Running;
using Infra.Values;
using Infra.Workspace;
using static Infra.Values.Shorthand;

namespace Infra.Cli.Watching;

/// <summary>Queries CloudWatch through its JSON protocol, since nothing else in the console needs its client.</summary>
/// <param name="address">The endpoint.</param>
/// <param name="region">The region.</param>
/// <param name="calls">Signs and sends requests, once there are keys.</param>
/// <param name="attempts">Repeats calls.</param>
internal sealed class CloudWatchReader(
    Uri address, string region, Func<Task<SignedCalls>> calls, Attempts attempts)
{
    /// <summary>The most alarms in one query.</summary>
    /// <remarks>Source: CloudWatch API, DescribeAlarms, AlarmNames, read 2026-11-28.</remarks>
    private const int PerQuestion = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>CloudWatch's answers about alarms, by their names; an alarm that does not exist has no entry.</summary>
    /// <exception cref="Failure">CloudWatch does not answer.</exception>
    public async Task<ImmutableDictionary<string, Value.Map>> Alarms(
        IEnumerable<string> names, CancellationToken stop)
    {
        var found = ImmutableDictionary.CreateBuilder<string, Value.Map>(StringComparer.Ordinal);
        foreach (var some in names.Chunk(PerQuestion))
        {
            var answer = await Ask("DescribeAlarms", Map(
                ("AlarmNames", List(some.Select(name => (Value)name))),
                ("AlarmTypes", List("CompositeAlarm", "MetricAlarm")),
                ("MaxRecords", PerQuestion)), stop).ConfigureAwait(false);
            foreach (var alarm in Maps(answer["MetricAlarms"]).Concat(Maps(answer["CompositeAlarms"])))
            {
                found[Text(alarm, "AlarmName") ?? ""] = alarm;
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The values of an alarm's metrics and expressions in its latest period, by their ids.</summary>
    /// <exception cref="Failure">CloudWatch does not answer.</exception>
    public async Task<ImmutableDictionary<string, double>> Latest(
        Alarm.Watches alarm, DateTimeOffset now, CancellationToken stop)
    {
        var end = AlarmEvaluation.Times(alarm, now)[^1] + alarm.Period;
        var answer = await Ask("GetMetricData", Map(
            ("StartTime", (end - alarm.Period).ToUnixTimeSeconds()),
            ("EndTime", end.ToUnixTimeSeconds()),
            ("MetricDataQueries", List(alarm.Queries.Select(Query)))), stop).ConfigureAwait(false);
        return Maps(answer["MetricDataResults"])
            .Select(result => (Id: Text(result, "Id") ?? "", Value: (result["Values"] as Value.List)?.Items is
                [Value.Number latest, ..] ? latest : null))
            .Where(result => result.Value is not null)
            .GroupBy(result => result.Id, StringComparer.Ordinal)
            .ToImmutableDictionary(
                results => results.Key, results => (double)results.First().Value!.Content, StringComparer.Ordinal);
    }

    private async Task<Value.Map> Ask(string operation, Value.Map input, CancellationToken stop)
    {
        var answer = await attempts.Make(token => Send(operation, input, token), Patience, stop).ConfigureAwait(false);
        return answer.Outcome switch
        {
            AwsOutcome<Value.Map>.Answered { Value: var value } => value,
            AwsOutcome<Value.Map>.Failed failed =>
                throw new Failure($"CloudWatch does not answer {operation}. {failed.Failure.Message}"),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<Value.Map> Send(string operation, Value.Map input, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/"))
        {
            Content = new StringContent(
                CanonicalJson.Compact(input), Encoding.UTF8, "application/x-amz-json-1.0"),
        };
        request.Headers.Add("X-Amz-Target", $"GraniteServiceVersion20100801.{operation}");
        var answer = await (await calls().ConfigureAwait(false))
            .Send("monitoring", region, request, stop).ConfigureAwait(false);
        var body = JsonValue.Parse(answer.Body) as Value.Map ?? Map();
        return answer.IsGood ? body : throw new AmazonServiceException(
            Text(body, "message") ?? Text(body, "Message") ?? "",
            ErrorType.Unknown,
            Text(body, "__type")?.Split('#')[^1],
            requestId: null,
            (HttpStatusCode)answer.Status);
    }

    private static Value.Map Query(MetricQuery query) => Map(
        ("Id", query.Id),
        ("Expression", query.Expression),
        ("Period", query.Period is { } period ? (int)period.TotalSeconds : null),
        ("MetricStat", query.Statistic is { } statistic ? Map(
            ("Period", (int)statistic.Period.TotalSeconds),
            ("Stat", statistic.Statistic),
            ("Metric", Map(
                ("Namespace", statistic.Metric.Namespace),
                ("MetricName", statistic.Metric.Name),
                ("Dimensions", List(statistic.Metric.Dimensions.Select(dimension =>
                    Map(("Name", dimension.Key), ("Value", dimension.Value))))))))
            : null));

    private static IEnumerable<Value.Map> Maps(Value? list) => (list as Value.List)?.Items.OfType<Value.Map>() ?? [];

    private static string? Text(Value.Map map, string key) => (map[key] as Value.Text)?.Content;
}
