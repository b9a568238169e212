using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>A flow in one stack, with that stack's values in place of placeholders.</summary>
/// <param name="Flow">The content that is served: the working file, or the live release.</param>
/// <param name="Release">The live release; null when the draft itself is served.</param>
/// <param name="Note">The reason for making the release; null if not stated.</param>
public sealed record FlowDeployment(Flow Flow, int? Release, string? Note)
{
    /// <summary>The flow's name.</summary>
    public string Name => Flow.Name;

    /// <summary>The experiment; null for none.</summary>
    public Experiment? Experiment { get; init; }

    /// <summary>The arms of the experiment other than the live release, in the order in which the stack keeps
    /// them.</summary>
    public ImmutableArray<FlowArm> Arms { get; init; } = [];

    /// <summary>The content of the flow's draft: the live release, or the last arm.</summary>
    public Flow Draft => Arms is [.., var last] ? last.Flow : Flow;

    /// <summary>Every content that callers may get.</summary>
    public ImmutableArray<Flow> Served => [Flow, .. Arms.Select(arm => arm.Flow)];
}

/// <summary>An arm of an experiment: a release of a flow that some units get.</summary>
/// <param name="Key">The arm's key.</param>
/// <param name="Release">The release.</param>
/// <param name="Flow">The frozen content, with placeholders resolved.</param>
/// <param name="Note">The reason for making it; null if not stated.</param>
public sealed record FlowArm(string Key, int Release, Flow Flow, string? Note);
