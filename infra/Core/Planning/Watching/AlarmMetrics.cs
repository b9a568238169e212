using System.Collections.Immutable;
using System.Globalization;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Watching;

/// <summary>The metrics of an alarm, and the figure computed from them that the alarm watches.</summary>
/// <remarks>
/// <para>With fewer calls than <see cref="Threshold.Of"/>, the figure is the best possible one: a handful of calls
/// raises no alarm.</para>
/// <para>Calls are not counted by <c>Invocations</c>: one AWS page defines it as the successful requests, a later one
/// as all accepted requests. Whichever is right, <c>InvocationLatency</c> has one sample for each answered call, and
/// answered and failed calls together are all calls.</para>
/// <para>Throttled calls count as neither: they mean that a quota is used up, and a rollback would not help.</para>
/// <para>Sources: Amazon Bedrock user guide, "Monitoring the performance of Amazon Bedrock", two copies of 2026;
/// CloudWatch service quotas, read 2026-11-27.</para>
/// </remarks>
internal static class AlarmMetrics
{
    /// <summary>The most metrics that an alarm can compute with.</summary>
    private const int Most = 10;

    /// <summary>The most models or profiles whose failures one alarm can watch.</summary>
    public const int MostOfFailures = Most / 3;

    /// <summary>The most models or profiles whose latency one alarm can watch.</summary>
    public const int MostOfLatency = Most / 2;

    /// <summary>The namespace of AWS's own metrics.</summary>
    public const string Bedrock = "AWS/Bedrock";

    /// <summary>The namespace of the metrics that applications report.</summary>
    public const string Applications = "BedrockPrompts";

    /// <summary>The metric by which applications report whether an answer was good (1) or not (0).</summary>
    public const string Success = "Success";

    private const string Figure = "figure";

    /// <summary>The percentage of calls that fail.</summary>
    public static Value.List Failures(IReadOnlyList<Value> meters, Threshold threshold)
    {
        var numbers = Enumerable.Range(1, meters.Count).ToArray();
        return List(
        [
            .. meters.SelectMany((meter, i) => new[]
            {
                OfBedrock($"answered{i + 1}", "InvocationLatency", meter, "SampleCount", threshold),
                OfBedrock($"client{i + 1}", "InvocationClientErrors", meter, "Sum", threshold),
                OfBedrock($"server{i + 1}", "InvocationServerErrors", meter, "Sum", threshold),
            }),
            Expression("failed", Sum(numbers.SelectMany(i => new[] { $"client{i}", $"server{i}" })), "failed calls"),
            Expression("calls", $"failed + {Sum(numbers.Select(i => $"answered{i}"))}", "calls"),
            Watched($"IF(calls >= {Of(threshold)}, 100 * failed / calls, 0)", "failed calls, percent"),
        ]);
    }

    /// <summary>The 95th percentile of the calls' duration in milliseconds; of several models or profiles, the
    /// slowest.</summary>
    public static Value.List Latency(IReadOnlyList<Value> meters, Threshold threshold) => List(
    [
        .. meters.SelectMany((meter, i) => new[]
        {
            OfBedrock($"answered{i + 1}", "InvocationLatency", meter, "SampleCount", threshold),
            OfBedrock($"latency{i + 1}", "InvocationLatency", meter, "p95", threshold),
        }),
        .. meters.Count > 1
            ? meters.Select((_, i) => Expression($"slow{i + 1}", Slow(i + 1, threshold), "p95, milliseconds"))
            : [],
        Watched(
            meters.Count > 1
                ? $"MAX([{string.Join(", ", meters.Select((_, i) => $"slow{i + 1}"))}])"
                : Slow(1, threshold),
            "p95, milliseconds"),
    ]);

    /// <summary>The percentage of good answers from the live release, as applications report it.</summary>
    public static Value.List Quality(Watched watched, Threshold threshold, StackSettings settings)
    {
        var numbers = Enumerable.Range(1, watched.Reported.Length).ToArray();
        return List(
        [
            .. watched.Reported.SelectMany((release, i) => new[]
            {
                OfApplications($"answers{i + 1}", "SampleCount", release, watched, threshold, settings),
                OfApplications($"good{i + 1}", "Sum", release, watched, threshold, settings),
            }),
            Expression("answers", Sum(numbers.Select(i => $"answers{i}")), "answers"),
            Expression("good", Sum(numbers.Select(i => $"good{i}")), "good answers"),
            Watched($"IF(answers >= {Of(threshold)}, 100 * good / answers, 100)", "good answers, percent"),
        ]);
    }

    private static string Slow(int number, Threshold threshold) =>
        $"IF(FILL(answered{number}, 0) >= {Of(threshold)}, FILL(latency{number}, 0), 0)";

    /// <summary>A metric without a single error or call has no data; this counts as 0.</summary>
    private static string Sum(IEnumerable<string> metrics) =>
        string.Join(" + ", metrics.Select(metric => $"FILL({metric}, 0)"));

    private static string Of(Threshold threshold) => threshold.Of.ToString(CultureInfo.InvariantCulture);

    private static Value.Map OfBedrock(string id, string metric, Value meter, string stat, Threshold threshold) =>
        Metric(id, Bedrock, metric, [Dimension("ModelId", meter)], stat, threshold);

    private static Value.Map OfApplications(
        string id, string stat, Value release, Watched watched, Threshold threshold, StackSettings settings) => Metric(
        id,
        Applications,
        Success,
        [
            Dimension("Stack", settings.Stack),
            Dimension("Name", watched.Name),
            Dimension("Release", release),
        ],
        stat,
        threshold);

    private static Value.Map Metric(
        string id, string space, string metric, ImmutableArray<Value> dimensions, string stat, Threshold threshold) =>
        Map(
        ("Id", id),
        ("ReturnData", false),
        ("MetricStat", Map(
            ("Metric", Map(("Namespace", space), ("MetricName", metric), ("Dimensions", new Value.List(dimensions)))),
            ("Period", (int)threshold.In.TotalSeconds),
            ("Stat", stat))));

    private static Value Dimension(string name, Value value) => Map(("Name", name), ("Value", value));

    private static Value.Map Expression(string id, string expression, string label) => Map(
        ("Id", id), ("ReturnData", false), ("Expression", expression), ("Label", label));

    private static Value.Map Watched(string expression, string label) => Map(
        ("Id", Figure), ("ReturnData", true), ("Expression", expression), ("Label", label));
}
