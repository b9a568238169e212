using System.Collections.Immutable;
using System.Globalization;
using Infra.Definitions.Format;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Watching;

/// <summary>The alarms of a prompt or flow, and the composite alarm of all of them.</summary>
internal static class WatchAlarms
{
    /// <summary>How long a composite alarm waits for the model's alarm, which may be a little later.</summary>
    /// <value>Seconds.</value>
    private const int Wait = 120;

    /// <summary>All alarms, in the order in which they are created; none if nothing is watched.</summary>
    public static IEnumerable<DeclaredResource> Of(Watched watched, Value.Document tags, StackSettings settings)
    {
        var alarms = Single(watched, tags, settings).ToImmutableArray();
        return alarms.IsEmpty ? [] : [.. alarms, All(watched, alarms, tags, settings)];
    }

    /// <summary>The alarm of a model as a whole: on all direct calls of it in the account, without inference
    /// profiles.</summary>
    public static DeclaredResource OfModel(string model, StackSettings settings)
    {
        var threshold = WatchedModels.Threshold(settings.Watch!);
        return Alarm(
            WatchNames.Model(model),
            DeclaredResource.OfStack,
            "GreaterThanThreshold",
            threshold,
            AlarmMetrics.Failures([WatchedModels.MeterOf(model)], threshold),
            $"alarm when more than {Percentage.Text(threshold.Limit)} of {Enough(threshold, "call", $" to {model}")} "
                + "fail, whoever makes them",
            ResourceTags.Listed(ResourceTags.OfStack(settings)),
            settings,
            tells: true);
    }

    private static IEnumerable<DeclaredResource> Single(
        Watched watched, Value.Document tags, StackSettings settings)
    {
        var (failures, latency, quality) = watched.Thresholds;
        if (failures is not null && watched.HasCalls)
        {
            yield return Alarm("failures", "GreaterThanThreshold", failures,
                AlarmMetrics.Failures(watched.Meters, failures),
                $"alarm when more than {Percentage.Text(failures.Limit)} of {Calls(failures)} fail");
        }

        if (latency is not null && watched.HasCalls)
        {
            yield return Alarm("latency", "GreaterThanThreshold", latency,
                AlarmMetrics.Latency(watched.Meters, latency),
                $"alarm when more than 5 % of {Calls(latency)} take longer than {Time(latency.Limit)}");
        }

        if (quality is not null)
        {
            yield return Alarm("quality", "LessThanThreshold", quality,
                AlarmMetrics.Quality(watched, quality, settings),
                $"alarm when less than {Percentage.Text(quality.Limit)} of {Enough(quality, "answer")} are good");
        }

        DeclaredResource Alarm(string kind, string comparison, Threshold threshold, Value metrics, string because) =>
            WatchAlarms.Alarm($"{watched.Name}-{kind}", watched.Name, comparison, threshold, metrics, because,
                ResourceTags.Listed(tags), settings, tells: false);
    }

    /// <summary>
    /// An alarm on one figure, which covers the whole time, so one period decides. The alarm evaluates two periods and
    /// stays in ALARM until the whole time has passed without a reason, instead of changing with single calls.
    /// </summary>
    private static DeclaredResource Alarm(
        string name, string owner, string comparison, Threshold threshold, Value metrics, string because, Value tags,
        StackSettings settings, bool tells) => new()
        {
            Name = name,
            Type = ResourceTypes.Alarm,
            Owner = owner,
            Because = because,
            Properties = Map(
            ("AlarmName", WatchNames.OnAws(name, settings)),
            ("AlarmDescription", owner is DeclaredResource.OfStack ? because : $"{owner}: {because}"),
            ("AlarmActions", tells ? Topic(settings) : null),
            ("ComparisonOperator", comparison),
            ("DatapointsToAlarm", 1),
            ("EvaluationPeriods", 2),
            ("Metrics", metrics),
            ("Tags", tags),
            ("Threshold", threshold.Limit),
            ("TreatMissingData", "notBreaching")),
        };

    /// <summary>The alarm that notifies, unless the model itself fails: then another release would not do
    /// better.</summary>
    private static DeclaredResource All(
        Watched watched, ImmutableArray<DeclaredResource> alarms, Value.Document tags, StackSettings settings)
    {
        var model = WatchedModels.Of(watched);
        var because =
            (settings.Watch!.Notify is { } topic ? $"tells the topic {Arns.ResourceOf(topic)}" : "any of them")
            + (model is null ? "" : $", unless {model} as a whole fails");
        return new()
        {
            Name = WatchNames.All(watched.Name),
            Type = ResourceTypes.CompositeAlarm,
            Owner = watched.Name,
            Because = because,
            Properties = Map(
                ("AlarmName", WatchNames.OnAws(WatchNames.All(watched.Name), settings)),
                ("AlarmDescription", $"{watched.Name} in {settings.Stack}: something is wrong"),
                ("AlarmActions", Topic(settings)),
                ("AlarmRule", string.Join(" OR ", alarms.Select(alarm =>
                    $"ALARM(\"{((Value.Text)alarm.Properties["AlarmName"]!).Content}\")"))),
                ("ActionsSuppressor", model is null ? null : WatchNames.OnAws(WatchNames.Model(model), settings)),
                ("ActionsSuppressorWaitPeriod", model is null ? null : Wait),
                ("ActionsSuppressorExtensionPeriod", model is null ? null : Extension(watched.Thresholds)),
                ("Tags", ResourceTags.Listed(tags))),
            DependsOn =
            [
                .. alarms.Select(alarm => alarm.Name),
                .. model is null ? [] : new[] { WatchNames.Model(model) },
            ],
        };
    }

    /// <summary>How long the suppression lasts after the model's failure: its calls affect the alarms for twice their
    /// time.</summary>
    private static int Extension(Thresholds thresholds) => new[] { thresholds.Failures, thresholds.Latency }
        .OfType<Threshold>()
        .Max(threshold => 2 * (int)threshold.In.TotalSeconds);

    private static Value.List? Topic(StackSettings settings) =>
        settings.Watch!.Notify is { } topic ? List(topic) : null;

    private static string Calls(Threshold threshold) => Enough(threshold, "call");

    private static string Enough(Threshold threshold, string what, string to = "") => string.Create(
        CultureInfo.InvariantCulture,
        $"at least {threshold.Of} {what}{(threshold.Of is 1 ? "" : "s")}{to} in {threshold.Time}");

    private static string Time(decimal milliseconds) => milliseconds < 1000
        ? $"{CanonicalJson.Number(milliseconds)} ms"
        : $"{CanonicalJson.Number(milliseconds / 1000)} s";
}
