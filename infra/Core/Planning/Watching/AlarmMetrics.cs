using System.Collections.Immutable;
using System.Globalization;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Watching;

/// <summary>The metrics of an alarm, and the one figure made of them that it watches.</summary>
/// <remarks>
/// <para>Below <see cref="Threshold.Of"/> calls the figure is as good as can be: a handful raises no alarm.</para>
/// <para>Calls are not counted by <c>Invocations</c>, which one AWS page defines as the successful requests and a later
/// one as all that were accepted. <c>InvocationLatency</c> has one sample for each call that was answered, whichever
/// page is right: what was answered and what failed are all calls.</para>
/// <para>Throttled calls are neither: they say that a quota is used up, and going back to another release would not
/// help.</para>
/// <para>Sources: Amazon Bedrock user guide, "Monitoring the performance of Amazon Bedrock", two copies of 2026;
/// CloudWatch service quotas, read 2026-11-27.</para>
/// </remarks>
internal static class AlarmMetrics
{
    /// <summary>The most metrics that an alarm computes with.</summary>
    private const int Most = 10;

    /// <summary>The most meters whose failures one alarm can watch.</summary>
    public const int MostOfFailures = Most / 3;

    /// <summary>The most meters whose latency one alarm can watch.</summary>
    public const int MostOfLatency = Most / 2;

    /// <summary>The namespace of AWS's own figures.</summary>
    public const string Bedrock = "AWS/Bedrock";

    /// <summary>The namespace of what applications report.</summary>
    public const string Applications = "BedrockPrompts";

    /// <summary>The metric with which applications report how an answer went: 1 for good, 0 for not.</summary>
    public const string Success = "Success";

    private const string Figure = "figure";

    /// <summary>How many percent of the calls fail.</summary>
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

    /// <summary>What 95 of 100 calls take at most, in milliseconds; of several meters the slowest.</summary>
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

    /// <summary>How many percent of the answers of what is live are good, as applications report it.</summary>
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

    /// <summary>A meter without a single error, or call, has no data where 0 is meant.</summary>
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
