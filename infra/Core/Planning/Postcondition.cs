using Infra.Rendering;
using Infra.Values;

namespace Infra.Planning;

/// <summary>What the cloud must answer about a resource once it is deployed.</summary>
/// <param name="Attribute">The attribute that is read back, as CloudFormation calls it.</param>
/// <param name="Expected">What it must equal, as <see cref="DeployedContent"/> compares.</param>
/// <param name="Subject">As messages name it: <c>release 3 of greeting</c>.</param>
/// <param name="MustHold">Whether a difference stops the deployment; else it is a warning.</param>
public sealed record Postcondition(string Attribute, Value Expected, string Subject, bool MustHold)
{
    /// <summary>The inference profile that may stand in the place of the model; null for none.</summary>
    /// <remarks>A version is never cut again because calls are metered from now on, or no more.</remarks>
    public Value.Ref? Profile { get; init; }

    /// <summary>What it is cut from: what is expected, with the profile in the place of the model where calls are
    /// metered.</summary>
    public Value Cut { get => field ?? Expected; init; }

    /// <summary>What to do about the answer: what ends the deployment, or what is only said.</summary>
    /// <param name="actual">What the cloud answered.</param>
    /// <param name="isPreview">Whether nothing is deployed yet.</param>
    /// <param name="profile">The ARN of <see cref="Profile"/>; null where there is none, or not yet.</param>
    /// <remarks>A version never changes. That a kept one differs was said before and after it was cut; the preview of
    /// another change has nothing new to say about it.</remarks>
    public (string? Stops, string? Warns) Verdict(Value actual, bool isPreview, string? profile = null) =>
        Profile is null && LosesProfile(actual) is { } loses ? (loses, null)
        : Finding(actual, profile) is not { } finding ? (null, null)
        : MustHold ? (finding, null)
        : (null, isPreview ? null : finding);

    /// <summary>What to say about the answer; null when it is as expected.</summary>
    /// <inheritdoc cref="Verdict"/>
    public string? Finding(Value actual, string? profile = null) => First(actual, profile) is { Place: var place }
        ? $"{Subject} differs from its version on AWS: {place} is not the same. The draft was changed elsewhere, or "
            + "another release was cut in the same step. Remove the release from the list and deploy; then promote "
            + "it again and deploy."
        : null;

    /// <summary>Where the answer differs; null when it is as expected.</summary>
    /// <inheritdoc cref="Verdict"/>
    public ContentDifference? First(Value actual, string? profile = null) =>
        DeployedContent.First(Expected, MeasuredContent.Unmeasured(actual, profile, Expected), Attribute);

    /// <summary>What to say about a version that calls through a profile which is no more declared.</summary>
    private string? LosesProfile(Value actual) =>
        MeasuredContent.IsMeasured(actual, Expected)
            ? $"{Subject} calls its model through an inference profile that this deployment would delete, so every "
                + "call would fail. Set bedrock-prompts:measure: ending, which keeps the profile as long as the "
                + "release is kept."
            : null;
}
