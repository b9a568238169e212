using Infra.Rendering;
using Infra.Values;

namespace Infra.Planning;

/// <summary>What the cloud must return for a resource once it is deployed.</summary>
/// <param name="Attribute">The attribute that is read back, by its name in CloudFormation.</param>
/// <param name="Expected">The expected value, by the comparison of <see cref="DeployedContent"/>.</param>
/// <param name="Subject">What it is about, in messages, as in <c>release 3 of greeting</c>.</param>
/// <param name="MustHold">Whether a difference stops the deployment; otherwise it is a warning.</param>
public sealed record Postcondition(string Attribute, Value Expected, string Subject, bool MustHold)
{
    /// <summary>The inference profile that may replace the model; null for none.</summary>
    /// <remarks>A version is not made again because metering is turned on or off.</remarks>
    public Value.Ref? Profile { get; init; }

    /// <summary>What a new version is made from: the expected value, with the profile in place of the model if calls
    /// are metered.</summary>
    public Value Cut { get => field ?? Expected; init; }

    /// <summary>What follows from the returned value: an error that stops the deployment, or a warning.</summary>
    /// <param name="actual">The returned value.</param>
    /// <param name="isPreview">Whether this is a preview, in which nothing is deployed.</param>
    /// <param name="profile">The ARN of <see cref="Profile"/>; null where there is none, or none yet.</param>
    /// <remarks>A version never changes. A difference in a kept version has been reported before and after it was made,
    /// so the preview of another change does not repeat it.</remarks>
    public (string? Stops, string? Warns) Verdict(Value actual, bool isPreview, string? profile = null) =>
        Profile is null && LosesProfile(actual) is { } loses ? (loses, null)
        : Finding(actual, profile) is not { } finding ? (null, null)
        : MustHold ? (finding, null)
        : (null, isPreview ? null : finding);

    /// <summary>The message about the returned value; null if it is as expected.</summary>
    /// <inheritdoc cref="Verdict"/>
    public string? Finding(Value actual, string? profile = null) => First(actual, profile) is { Place: var place }
        ? $"{Subject} differs from its version on AWS: {place} is not the same. The draft was changed elsewhere, or "
            + "another release was cut in the same step. Remove the release from the list and deploy; then promote "
            + "it again and deploy."
        : null;

    /// <summary>The first difference; null if there is none.</summary>
    /// <inheritdoc cref="Verdict"/>
    public ContentDifference? First(Value actual, string? profile = null) =>
        DeployedContent.First(Expected, MeasuredContent.Unmeasured(actual, profile, Expected), Attribute);

    /// <summary>The message about a version that calls through a profile which is no longer declared.</summary>
    private string? LosesProfile(Value actual) =>
        MeasuredContent.IsMeasured(actual, Expected)
            ? $"{Subject} calls its model through an inference profile that this deployment would delete, so every "
                + "call would fail. Set bedrock-prompts:measure: ending, which keeps the profile as long as the "
                + "release is kept."
            : null;
}
