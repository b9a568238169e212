using System.Collections.Immutable;
using System.Globalization;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning.Watching;

/// <summary>A prompt or flow with thresholds.</summary>
/// <param name="Name">The prompt or flow.</param>
/// <param name="Release">The live release; null for a draft.</param>
/// <param name="Reported">The number by which applications name the live release when they report on an answer.</param>
/// <param name="Thresholds">Its thresholds.</param>
/// <param name="Meters">The values of ModelId for its calls in AWS's metrics; empty if its calls are not
/// metered.</param>
/// <param name="Model">The model that callers get; null if there is not exactly one.</param>
internal sealed record Watched(
    string Name,
    int? Release,
    ImmutableArray<Value> Reported,
    Thresholds Thresholds,
    ImmutableArray<Value> Meters,
    string? Model)
{
    /// <summary>Whether its calls are watched, and AWS has metrics of them.</summary>
    public bool HasCalls => !Meters.IsEmpty && Thresholds.OfCalls is not null;

    /// <summary>Whether there is an alarm.</summary>
    public bool RaisesAlarms => HasCalls || Thresholds.Quality is not null;

    /// <summary>A prompt with the stack's thresholds.</summary>
    public static Watched Of(PromptDeployment prompt, StackSettings settings) => new(
        prompt.Name,
        prompt.Live,
        prompt.Live is { } live
            ? [Join("v", new Value.Ref(PromptResources.VersionName(prompt.Name, live), "Version")), Number(live)]
            : ["DRAFT"],
        settings.Watch?.Of(prompt.Name) ?? Thresholds.None,
        [.. prompt.Profiles.Select(profile => profile.Id)],
        prompt.LiveContent.Model?.Value);

    /// <summary>A flow with the stack's thresholds: AWS has no metrics of flows, so only applications can report
    /// them.</summary>
    public static Watched Of(FlowDeployment flow, StackSettings settings) => new(
        flow.Name,
        flow.Release,
        flow.Release is { } live
            ? [new Value.Ref(FlowResources.AliasName(flow), "Id"), Number(live)]
            : [FlowResources.TestAliasId],
        settings.Watch?.Of(flow.Name) ?? Thresholds.None,
        [],
        null);

    /// <summary>The release's number. Clients report the version's number on AWS, except in an experiment or where
    /// applications keep their own records.</summary>
    private static Value Number(int release) => release.ToString(CultureInfo.InvariantCulture);
}
