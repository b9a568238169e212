using System.Collections.Immutable;
using Infra.Settings;
using Infra.Values;

namespace Infra.Planning.Watching;

/// <summary>A prompt or flow of which something is watched.</summary>
/// <param name="Name">The prompt or flow.</param>
/// <param name="Release">The release that is live; null for a draft.</param>
/// <param name="Thresholds">What is watched of it.</param>
/// <param name="Meters">What AWS's metrics have as ModelId for its calls; none where nothing meters them.</param>
/// <param name="Model">The model that callers get; null where no single one answers.</param>
internal sealed record Watched(
    string Name, int? Release, Thresholds Thresholds, ImmutableArray<Value> Meters, string? Model)
{
    /// <summary>Whether the figures of its calls are watched, and AWS has them.</summary>
    public bool HasCalls => !Meters.IsEmpty && Thresholds.OfCalls is not null;

    /// <summary>Whether there is an alarm.</summary>
    public bool RaisesAlarms => HasCalls || Thresholds.Quality is not null;

    /// <summary>A prompt as the stack watches it.</summary>
    public static Watched Of(PromptDeployment prompt, StackSettings settings) => new(
        prompt.Name,
        prompt.Live,
        settings.Watch?.Of(prompt.Name) ?? Thresholds.None,
        [.. prompt.Profiles.Select(profile => profile.Id)],
        prompt.LiveContent.Model?.Value);

    /// <summary>A flow as the stack watches it: AWS keeps no figures of flows, only applications can.</summary>
    public static Watched Of(FlowDeployment flow, StackSettings settings) => new(
        flow.Name, flow.Release, settings.Watch?.Of(flow.Name) ?? Thresholds.None, [], null);
}
