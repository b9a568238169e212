using Infra.Planning.Access;
using Infra.Planning.Watching;
using Infra.Settings;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Planning;

/// <summary>The resources one prompt needs.</summary>
public static class PromptResources
{
    /// <summary>All of them, in the order they are created.</summary>
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

    /// <summary>What callers get: the ARN of the live version, or of the prompt whose draft is served.</summary>
    public static Value LiveArn(PromptDeployment prompt) =>
        new Value.Ref(prompt.Live is { } live ? VersionName(prompt.Name, live) : prompt.Name, "Arn");

    /// <summary>What a flow calls: what is live, or the version of a release that is kept.</summary>
    internal static Value CalledArn(PromptDeployment prompt, int? release) =>
        release is { } number ? new Value.Ref(VersionName(prompt.Name, number), "Arn") : LiveArn(prompt);

    /// <summary>The alias as stack outputs state it.</summary>
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

    /// <summary>A frozen copy: cut once, never changed in place, never replaced.</summary>
    /// <remarks>It needs the inference profile that it may call through, which so goes after it.</remarks>
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

    /// <summary>Versions are cut in the order of their releases, so that AWS's numbers tell it.</summary>
    private static int? Before(PromptDeployment prompt, KeptRelease release) => prompt.Kept
        .Select(kept => (int?)kept.Number)
        .Where(number => number < release.Number)
        .Max();

    /// <summary>What applications look up: a parameter that holds the ARN to call.</summary>
    /// <remarks>
    /// It needs every version, not only the live one: a destruction that stops at the protected parameter has then
    /// deleted no release that could be rolled back to.
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
