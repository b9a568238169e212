using Infra.Settings;
using Infra.Values;

namespace Infra.Planning.Watching;

/// <summary>Models that are watched as a whole, in addition to the prompts that call them.</summary>
internal static class WatchedModels
{
    /// <summary>The model whose failure would explain that of a prompt; null where only answers are watched.</summary>
    public static string? Of(Watched watched) => watched.HasCalls ? watched.Model : null;

    /// <summary>The threshold of a model: that of all names, otherwise that of the first name with one, otherwise 5
    /// %.</summary>
    public static Threshold Threshold(Watch watch) =>
        watch.Each.Failures
        ?? watch.Names.Values.Select(name => name.Thresholds.Failures).FirstOrDefault(one => one is not null)
        ?? new(5, Settings.Threshold.DefaultOf, Settings.Threshold.DefaultIn, watch.At);

    /// <summary>The value of ModelId in AWS's metrics for direct calls of a model: the id, or the last part of an
    /// ARN.</summary>
    public static Value MeterOf(string model) =>
        Arns.IsArn(model) ? Arns.ResourceOf(model).Split('/', 2)[^1] : model;
}
