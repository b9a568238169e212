using System.Collections.Immutable;
using System.Globalization;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Watching;

/// <summary>A prompt or flow of which something is watched.</summary>
/// <param name="Name">The prompt or flow.</param>
/// <param name="Release">The release that is live; null for a draft.</param>
/// <param name="Reported">How applications name what is live when they report how an answer went.</param>
/// <param name="Thresholds">What is watched of it.</param>
/// <param name="Meters">What AWS's metrics have as ModelId for its calls; none where nothing meters them.</param>
/// <param name="Model">The model that callers get; null where no single one answers.</param>
internal sealed record Watched(
    string Name,
    int? Release,
    ImmutableArray<Value> Reported,
    Thresholds Thresholds,
    ImmutableArray<Value> Meters,
    string? Model)
{
    /// <summary>Whether the figures of its calls are watched, and AWS has them.</summary>
    public bool HasCalls => !Meters.IsEmpty && Thresholds.OfCalls is not null;

    /// <summary>Whether there is an alarm.</summary>
    public bool RaisesAlarms => HasCalls || Thresholds.Quality is not null;

    /// <summary>A prompt as the stack watches it.</summary>
    public static Watched Of(PromptDeployment prompt, StackSettings settings) => new(
        prompt.Name,
        prompt.Live,
        prompt.Live is { } live
            ? [Join("v", new Value.Ref(PromptResources.VersionName(prompt.Name, live), "Version")), Number(live)]
            : ["DRAFT"],
        settings.Watch?.Of(prompt.Name) ?? Thresholds.None,
        [.. prompt.Profiles.Select(profile => profile.Id)],
        prompt.LiveContent.Model?.Value);

    /// <summary>A flow as the stack watches it: AWS keeps no figures of flows, only applications can.</summary>
    public static Watched Of(FlowDeployment flow, StackSettings settings) => new(
        flow.Name,
        flow.Release,
        flow.Release is { } live
            ? [new Value.Ref(FlowResources.AliasName(flow), "Id"), Number(live)]
            : [FlowResources.TestAliasId],
        settings.Watch?.Of(flow.Name) ?? Thresholds.None,
        [],
        null);

    /// <summary>Clients know AWS's own number; in an experiment, and where applications keep books, the release's.
    /// </summary>
    private static Value Number(int release) => release.ToString(CultureInfo.InvariantCulture);
}
