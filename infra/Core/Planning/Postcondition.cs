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
    /// <summary>What to do about the answer: what ends the deployment, or what is only said.</summary>
    /// <param name="actual">What the cloud answered.</param>
    /// <param name="isPreview">Whether nothing is deployed yet.</param>
    /// <remarks>A version never changes. That a kept one differs was said before and after it was cut; the preview of
    /// another change has nothing new to say about it.</remarks>
    public (string? Stops, string? Warns) Verdict(Value actual, bool isPreview) =>
        Finding(actual) is not { } finding ? (null, null)
        : MustHold ? (finding, null)
        : (null, isPreview ? null : finding);

    /// <summary>What to say about the answer; null when it is as expected.</summary>
    public string? Finding(Value actual) => DeployedContent.Difference(Expected, actual, Attribute) is { } place
        ? $"{Subject} is not what AWS holds as its version: {place} differs. The draft was changed elsewhere, or "
            + "another release was cut in the same step. Take it out of the list, deploy, promote it again, deploy."
        : null;
}
