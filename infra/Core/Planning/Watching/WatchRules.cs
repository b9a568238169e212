using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Settings;

namespace Infra.Planning.Watching;

/// <summary>Checks that what a stack watches exists and that AWS can watch it.</summary>
internal static class WatchRules
{
    /// <summary>Names must be served, metrics must exist, and alarms must be within AWS's limits (PRM656 to
    /// PRM659).</summary>
    /// <param name="watched">Everything that the stack serves.</param>
    /// <param name="missing">Names that the stack asks for but does not get, which has been reported.</param>
    /// <param name="settings">The stack.</param>
    public static IEnumerable<Diagnostic> Check(
        ImmutableArray<Watched> watched, ImmutableHashSet<string> missing, StackSettings settings) =>
        settings.Watch is not { } watch || settings.IsDoubtful ? [] :
        [
            .. Served(watched, missing, watch, settings.Stack),
            .. settings.Measure is Measuring.Off
                ? NeedMeasure(watch).Distinct().Select(at => Problems.WatchNeedsMeasure(at))
                : [],
            .. watched.SelectMany(one => Fits(one, watch)),
            .. watched.Count(one => WatchReaction.IsOf(one, settings)) is > WatchReaction.MostRules and var rules
                ? [Problems.ManyRules(watch.At, rules, WatchReaction.MostRules)]
                : Array.Empty<Diagnostic>(),
        ];

    private static IEnumerable<Diagnostic> Served(
        ImmutableArray<Watched> watched, ImmutableHashSet<string> missing, Watch watch, string stack)
    {
        var names = watched.Select(one => one.Name).ToArray();
        return
            from name in watch.Names
            where !names.Contains(name.Key) && !missing.Contains(name.Key)
            select Problems.WatchesUnknownName(name.Value.At, name.Key, stack, DidYouMean.Advice(name.Key, names));
    }

    /// <summary>The places of thresholds that need metrics of each prompt.</summary>
    private static IEnumerable<Location> NeedMeasure(Watch watch) =>
    [
        .. watch.Names.Values.Select(name => name.Thresholds.OfCalls).Prepend(watch.Each.OfCalls)
            .OfType<Threshold>()
            .Select(threshold => threshold.At),
        .. watch.Dashboard ? [watch.At] : Array.Empty<Location>(),
    ];

    private static IEnumerable<Diagnostic> Fits(Watched watched, Watch watch)
    {
        var at = watch.Names.GetValueOrDefault(watched.Name)?.At ?? watch.At;
        if (watched.Thresholds.Failures is not null && watched.Meters.Length > AlarmMetrics.MostOfFailures)
        {
            yield return Problems.TooManyModelsToWatch(
                at, watched.Name, watched.Meters.Length, "failures", AlarmMetrics.MostOfFailures);
        }

        if (watched.Thresholds.Latency is not null && watched.Meters.Length > AlarmMetrics.MostOfLatency)
        {
            yield return Problems.TooManyModelsToWatch(
                at, watched.Name, watched.Meters.Length, "latency", AlarmMetrics.MostOfLatency);
        }
    }
}
