using Infra.Settings;
using Infra.Values;

namespace Infra.Planning.Watching;

/// <summary>Models that are watched as a whole, beside the prompts that call them.</summary>
internal static class WatchedModels
{
    /// <summary>The model whose failure explains that of a prompt; null where only its answers are watched.</summary>
    public static string? Of(Watched watched) => watched.HasCalls ? watched.Model : null;

    /// <summary>From when on a model fails: what the stack says of all its prompts, or else of the first.</summary>
    public static Threshold Threshold(Watch watch) =>
        watch.Each.Failures
        ?? watch.Names.Values.Select(name => name.Thresholds.Failures).FirstOrDefault(one => one is not null)
        ?? new(5, Settings.Threshold.DefaultOf, Settings.Threshold.DefaultIn, watch.At);

    /// <summary>What AWS's metrics have as ModelId for calls past every profile of ours: the id, without what an ARN
    /// puts before it.</summary>
    public static Value MeterOf(string model) =>
        Arns.IsArn(model) ? Arns.ResourceOf(model).Split('/', 2)[^1] : model;
}
