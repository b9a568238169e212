using System.Collections.Immutable;
using Infra.Definitions.Prompts;
using Infra.Rendering;
using Infra.Settings;
using Infra.Values;

namespace Infra.Planning;

/// <summary>A prompt in one stack, with that stack's values in place of placeholders.</summary>
/// <param name="Draft">The content of the prompt's DRAFT: the working file, or the last kept release.</param>
/// <param name="Kept">The releases that have a version, oldest first; empty when the draft itself is served.</param>
/// <param name="Live">The release that callers get; null when they get the draft.</param>
public sealed record PromptDeployment(Prompt Draft, ImmutableArray<KeptRelease> Kept, int? Live)
{
    /// <summary>The prompt's name.</summary>
    public string Name => Draft.Name;

    /// <summary>The experiment; null for none.</summary>
    public Experiment? Experiment { get; init; }

    /// <summary>The inference profiles by which its calls are metered; empty if they are not.</summary>
    public ImmutableArray<DeclaredProfile> Profiles { get; init; } = [];

    /// <summary>The content of the prompt's DRAFT, as a variant.</summary>
    internal Value.Map DraftVariant => field ??= Kept is [.., var last] ? last.Variant : PromptVariant.Render(Draft);

    /// <summary>The content that callers get, as a variant.</summary>
    internal Value.Map LiveVariant => LiveRelease?.Variant ?? DraftVariant;

    /// <summary>The content that callers get.</summary>
    public Prompt LiveContent => LiveRelease?.Prompt ?? Draft;

    /// <summary>The content of a release, or the live content; null when the release is not kept.</summary>
    public Prompt? ContentOf(int? release) =>
        release is null ? LiveContent : Kept.FirstOrDefault(kept => kept.Number == release)?.Prompt;

    /// <summary>Every content that callers may get, now or after a rollback.</summary>
    public IEnumerable<Prompt> Served => Kept.IsEmpty ? [Draft] : Kept.Select(release => release.Prompt);

    /// <summary>The profile that meters the calls of a content; null if they are not metered.</summary>
    internal DeclaredProfile? ProfileOf(Prompt content) =>
        Profiles.FirstOrDefault(profile => profile.Model == content.Model?.Value);

    private KeptRelease? LiveRelease => Kept.FirstOrDefault(release => release.Number == Live);
}

/// <summary>A release with a version in this stack.</summary>
/// <param name="Number">The release.</param>
/// <param name="Prompt">The frozen content.</param>
/// <param name="Note">The reason for making it; null if not stated.</param>
public sealed record KeptRelease(int Number, Prompt Prompt, string? Note)
{
    /// <summary>The frozen content, as a variant.</summary>
    internal Value.Map Variant => field ??= PromptVariant.Render(Prompt);
}
