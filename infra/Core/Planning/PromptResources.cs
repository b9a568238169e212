using Infra.Planning.Access;
using Infra.Planning.Watching;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning;

/// <summary>The resources of a prompt.</summary>
public static class PromptResources
{
    /// <summary>All resources, in the order in which they are created.</summary>
    public static IEnumerable<DeclaredResource> Of(PromptDeployment prompt, StackSettings settings)
    {
        var tags = ResourceTags.Of(prompt.Draft, settings);
        return
        [
            .. prompt.Profiles.Select(profile => MeasuredModels.Resource(profile, tags, settings)),
            Draft(prompt, tags, settings),
            .. prompt.Kept.Select(release => Version(prompt, release, settings)),
            CallerAccess.Policy(prompt, settings),
            Alias(prompt, tags, settings),
            .. ExperimentParameter.Of(prompt, tags, settings),
            .. WatchAlarms.Of(Watched.Of(prompt, settings), tags, settings),
            .. WatchReaction.Of(Watched.Of(prompt, settings), settings),
        ];
    }

    /// <summary>The ARN that callers get: of the live version, or of the prompt if its draft is served.</summary>
    public static Value LiveArn(PromptDeployment prompt) =>
        new Value.Ref(prompt.Live is { } live ? VersionName(prompt.Name, live) : prompt.Name, "Arn");

    /// <summary>The ARN that a flow calls: what is live, or the version of a kept release.</summary>
    internal static Value CalledArn(PromptDeployment prompt, int? release) =>
        release is { } number ? new Value.Ref(VersionName(prompt.Name, number), "Arn") : LiveArn(prompt);

    /// <summary>The alias for the stack's outputs.</summary>
    public static DeclaredAlias Output(PromptDeployment prompt, StackSettings settings) => new(
        prompt.Name,
        "prompt",
        prompt.Live,
        prompt.Live is { } live ? new Value.Ref(VersionName(prompt.Name, live), "Version") : "DRAFT",
        LiveArn(prompt),
        AliasParameter.Path(prompt.Name, settings),
        prompt.LiveVariant);

    /// <summary>The name of a release's version in the plan.</summary>
    public static string VersionName(string prompt, int release) => $"{prompt}-r{release}";

    /// <summary>The prompt itself: the draft that versions are cut from.</summary>
    private static DeclaredResource Draft(PromptDeployment prompt, Value tags, StackSettings settings) => new()
    {
        Name = prompt.Name,
        Type = ResourceTypes.Prompt,
        Owner = prompt.Name,
        Because = prompt.Kept.IsEmpty
            ? "the working file, served as draft"
            : $"the draft that versions are cut from: release {prompt.Kept[^1].Number}",
        Properties = Map(
            ("Name", settings.NamePrefix + prompt.Name),
            ("Description", prompt.Draft.Description?.Value),
            ("CustomerEncryptionKeyArn", settings.EncryptionKey),
            ("DefaultVariant", prompt.Draft.Variant.Value),
            ("Variants", List(
                MeasuredModels.Sent(prompt.DraftVariant, prompt.ProfileOf(prompt.Draft), settings))),
            ("Tags", tags)),
        Protect = settings.Protect,
    };

    /// <summary>A version: made once, never changed in place, never replaced.</summary>
    /// <remarks>It depends on the inference profile through which it may call, so that the profile is deleted after
    /// it.</remarks>
    private static DeclaredResource Version(PromptDeployment prompt, KeptRelease release, StackSettings settings)
    {
        var profile = prompt.ProfileOf(release.Prompt);
        return new()
        {
            Name = VersionName(prompt.Name, release.Number),
            Type = ResourceTypes.PromptVersion,
            Owner = prompt.Name,
            Because = release.Number == prompt.Live ? $"release {release.Number}, live"
                : prompt.Experiment?.Of(release.Number) is { } arm ? $"release {release.Number}, arm {arm.Key}"
                : $"release {release.Number}, kept to go back to",
            Properties = Map(
                ("PromptArn", new Value.Ref(prompt.Name, "Arn")),
                ("Description", VersionDescription.Of(release)),
                ("Tags", ResourceTags.Of(release.Prompt, settings))),
            DependsOn =
            [
                .. Before(prompt, release) is { } before ? [VersionName(prompt.Name, before)] : (string[])[],
                .. profile is null ? (string[])[] : [profile.Name],
            ],
            IgnoreChanges = ["Description", "Tags"],
            Postcondition = new(
                "Variants",
                List(release.Variant),
                $"release {release.Number} of {prompt.Name}",
                MustHold: release.Number == prompt.Live || prompt.Experiment?.Of(release.Number) is not null)
            {
                Profile = profile?.Arn,
                Cut = List(MeasuredModels.Sent(release.Variant, profile, settings)),
            },
        };
    }

    /// <summary>Versions are made in the order of their releases, so that AWS's numbers have the same order.</summary>
    private static int? Before(PromptDeployment prompt, KeptRelease release) => prompt.Kept
        .Select(kept => (int?)kept.Number)
        .Where(number => number < release.Number)
        .Max();

    /// <summary>The parameter that applications look up; it holds the ARN to call.</summary>
    /// <remarks>
    /// It depends on every version, not only on the live one: a 'destroy' that stops at the protected parameter has
    /// then not deleted any release that could be rolled back to.
    /// </remarks>
    private static DeclaredResource Alias(PromptDeployment prompt, Value tags, StackSettings settings) => new()
    {
        Name = $"{prompt.Name}-live",
        Type = ResourceTypes.Parameter,
        Owner = prompt.Name,
        Because = prompt.Live is { } live ? $"alias live: release {live}" : "alias live: the draft",
        Properties = AliasParameter.Properties(prompt.Draft, LiveArn(prompt), tags, settings),
        DependsOn =
        [
            CallerAccess.PolicyName(prompt.Name),
            .. prompt.Kept.Select(release => VersionName(prompt.Name, release.Number)),
        ],
        Protect = settings.Protect,
    };
}
