using Infra.Definitions.Flows;

namespace Infra.Planning;

/// <summary>A flow as one stack holds it, its placeholders resolved for that stack.</summary>
/// <param name="Flow">What is served: the working file, or the live release.</param>
/// <param name="Release">The release that is live; null when the draft itself is served.</param>
/// <param name="Note">Why the release was made; null if nobody said.</param>
public sealed record FlowDeployment(Flow Flow, int? Release, string? Note)
{
    /// <summary>The flow's name.</summary>
    public string Name => Flow.Name;
}
