using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>A flow as one stack holds it, its placeholders resolved for that stack.</summary>
/// <param name="Flow">What is served: the working file, or the live release.</param>
/// <param name="Release">The release that is live; null when the draft itself is served.</param>
/// <param name="Note">Why the release was made; null if nobody said.</param>
public sealed record FlowDeployment(Flow Flow, int? Release, string? Note)
{
    /// <summary>The flow's name.</summary>
    public string Name => Flow.Name;

    /// <summary>What is compared with what is live; null for nothing.</summary>
    public Experiment? Experiment { get; init; }

    /// <summary>The arms of the experiment besides what is live, in the order in which the stack keeps them.</summary>
    public ImmutableArray<FlowArm> Arms { get; init; } = [];

    /// <summary>What the flow's draft says: what is live, or the arm that came last.</summary>
    public Flow Draft => Arms is [.., var last] ? last.Flow : Flow;

    /// <summary>Every content that callers may be given.</summary>
    public ImmutableArray<Flow> Served => [Flow, .. Arms.Select(arm => arm.Flow)];
}

/// <summary>A release of a flow that some units get.</summary>
/// <param name="Key">The arm.</param>
/// <param name="Release">The release.</param>
/// <param name="Flow">What it froze, its placeholders resolved.</param>
/// <param name="Note">Why it was made; null if nobody said.</param>
public sealed record FlowArm(string Key, int Release, Flow Flow, string? Note);
