using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Diagnostics;
using Infra.Planning.Access;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning;

/// <summary>
/// The models of a prompt whose calls AWS meters separately, each through an application inference profile.
/// </summary>
/// <remarks>
/// A profile's name and source are create-only, and versions name it for ever. So its name in the plan contains a
/// digest of the model: with another model, another profile is created beside it. Sources: CloudFormation schema of
/// AWS::Bedrock::ApplicationInferenceProfile, read 2026-08-07; Amazon Bedrock user guide, "Create an application
/// inference profile", read 2026-11.
/// </remarks>
internal static class MeasuredModels
{
    /// <summary>The most inference profiles in an account and region, unless AWS has raised the quota.</summary>
    /// <remarks>Source: quota "Inference profiles per account", AWS General Reference, read 2025-06-05.</remarks>
    private const int MostProfiles = 1000;

    /// <summary>The longest name of a profile.</summary>
    /// <remarks>64 characters. Source: as above.</remarks>
    private const int LongestName = 64;

    /// <summary>The profiles of a prompt: one for each model that its versions or its draft may name.</summary>
    public static ImmutableArray<DeclaredProfile> Of(PromptDeployment prompt, StackSettings settings) =>
        settings.Measure switch
        {
            Measuring.Off => [],
            Measuring.Ending when prompt.Kept.IsEmpty => [],
            Measuring.Ending or Measuring.On =>
            [
                .. prompt.Served
                    .Select(content => content.Model?.Value)
                    .OfType<string>()
                    .Where(CanBeMeasured)
                    .Distinct(StringComparer.Ordinal)
                    .Select(model => new DeclaredProfile(
                        prompt.Name, $"{prompt.Name}-profile-{ShortDigest.Of(model)}", model)),
            ],
        };

    /// <summary>Reports more profiles than an account may have (PRM640).</summary>
    public static IEnumerable<Diagnostic> Quota(ImmutableArray<DeclaredProfile> profiles, StackSettings settings) =>
        profiles.Length > MostProfiles
            ? [Problems.TooManyProfiles(settings.MeasureAt ?? settings.At, profiles.Length, MostProfiles)]
            : [];

    /// <summary>Whether a profile can be made for a model: a foundation model, or an inference profile of
    /// AWS.</summary>
    public static bool CanBeMeasured(string model) =>
        ModelReference.Of(model) is ModelReference.Foundation or ModelReference.SystemProfile;

    /// <summary>The declared resource of a profile.</summary>
    public static DeclaredResource Resource(DeclaredProfile profile, Value.Document tags, StackSettings settings) =>
        new()
        {
            Name = profile.Name,
            Type = ResourceTypes.InferenceProfile,
            Owner = profile.Owner,
            Because = $"meters its calls to {profile.Model}",
            Properties = Map(
                ("InferenceProfileName", NameOnAws(profile, settings)),
                ("ModelSource", Map(("CopyFrom", Source(profile.Model)))),
                ("Tags", ResourceTags.Listed(tags))),

            // Versions call through it: a changed prefix of names must not replace it.
            IgnoreChanges = ["InferenceProfileName"],
        };

    /// <summary>A variant as it is sent: with the profile in place of its model if calls are metered.</summary>
    public static Value.Map Sent(Value.Map variant, DeclaredProfile? profile, StackSettings settings) =>
        profile is null || settings.Measure is not Measuring.On
            ? variant
            : new(variant.Entries.SetItem("ModelId", profile.Arn));

    private static Value Source(string model) => ModelReference.Of(model) switch
    {
        ModelReference.Foundation foundation => foundation.Arn,
        ModelReference.SystemProfile profile => profile.Arn,
        ModelReference.ApplicationProfile or ModelReference.CustomModel or ModelReference.Endpoint
            or ModelReference.Other or ModelReference.PromptRouter => throw new UnreachableException(),
        _ => throw new UnreachableException(),
    };

    /// <summary>The prompt's name on AWS and a digest of the model; shortened where AWS would refuse it.</summary>
    private static string NameOnAws(DeclaredProfile profile, StackSettings settings)
    {
        var name = $"{settings.NamePrefix}{profile.Owner}";
        var digest = ShortDigest.Of(profile.Model);
        var most = LongestName - digest.Length - 1;
        return name.Length <= most
            ? $"{name.TrimEnd('-', '_')}-{digest}"
            : $"{name[..(most - ShortDigest.Length - 1)].TrimEnd('-', '_')}-{ShortDigest.Of(name)}-{digest}";
    }
}
