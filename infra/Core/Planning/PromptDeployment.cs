using System.Collections.Immutable;
using Infra.Definitions.Prompts;
using Infra.Rendering;
using Infra.Settings;
using Infra.Values;

namespace Infra.Planning;

/// <summary>A prompt as one stack holds it, its placeholders resolved for that stack.</summary>
/// <param name="Draft">What the prompt's DRAFT says: the working file, or the last kept release.</param>
/// <param name="Kept">The releases that have a version, oldest first; none when the draft itself is served.</param>
/// <param name="Live">The release that callers get; null when they get the draft.</param>
public sealed record PromptDeployment(Prompt Draft, ImmutableArray<KeptRelease> Kept, int? Live)
{
    /// <summary>The prompt's name.</summary>
    public string Name => Draft.Name;

    /// <summary>What is compared with what is live; null for nothing.</summary>
    public Experiment? Experiment { get; init; }

    /// <summary>The inference profiles that its calls are metered by; none where they are not.</summary>
    public ImmutableArray<DeclaredProfile> Profiles { get; init; } = [];

    /// <summary>What the prompt's DRAFT says, as AWS has it.</summary>
    internal Value.Map DraftVariant => field ??= Kept is [.., var last] ? last.Variant : PromptVariant.Render(Draft);

    /// <summary>The content that callers get, as AWS has it.</summary>
    internal Value.Map LiveVariant => LiveRelease?.Variant ?? DraftVariant;

    /// <summary>The content that callers get.</summary>
    public Prompt LiveContent => LiveRelease?.Prompt ?? Draft;

    /// <summary>The content of a release, or what is live; null when the release is not kept.</summary>
    public Prompt? ContentOf(int? release) =>
        release is null ? LiveContent : Kept.FirstOrDefault(kept => kept.Number == release)?.Prompt;

    /// <summary>Every content that callers may be given, now or by a rollback.</summary>
    public IEnumerable<Prompt> Served => Kept.IsEmpty ? [Draft] : Kept.Select(release => release.Prompt);

    /// <summary>The profile that meters the calls of a content; null where it is not metered.</summary>
    internal DeclaredProfile? ProfileOf(Prompt content) =>
        Profiles.FirstOrDefault(profile => profile.Model == content.Model?.Value);

    private KeptRelease? LiveRelease => Kept.FirstOrDefault(release => release.Number == Live);
}

/// <summary>A release with a version in this stack.</summary>
/// <param name="Number">The release.</param>
/// <param name="Prompt">What it froze.</param>
/// <param name="Note">Why it was made; null if nobody said.</param>
public sealed record KeptRelease(int Number, Prompt Prompt, string? Note)
{
    /// <summary>What it froze, as AWS has it.</summary>
    internal Value.Map Variant => field ??= PromptVariant.Render(Prompt);
}
