using System.Collections.Immutable;
using Infra.Settings;
using Infra.Values;

namespace Infra.Planning;

/// <summary>Everything that a stack declares: the one list that every target renders.</summary>
public sealed record Plan
{
    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>The resources, grouped by owner; within an owner, in the order in which they are created.</summary>
    public required ImmutableArray<DeclaredResource> Resources { get; init; }

    /// <summary>The aliases that applications look up, by owner.</summary>
    public required ImmutableArray<DeclaredAlias> Aliases { get; init; }

    /// <summary>The callers' policies, by owner.</summary>
    public required ImmutableArray<DeclaredPolicy> Policies { get; init; }

    /// <summary>The prompts that it was made from.</summary>
    public ImmutableArray<PromptDeployment> Prompts { get; init; } = [];

    /// <summary>The flows that it was made from.</summary>
    public ImmutableArray<FlowDeployment> Flows { get; init; } = [];

    /// <summary>The inference profiles by which calls are metered, by owner.</summary>
    public ImmutableArray<DeclaredProfile> Profiles { get; init; } = [];

    /// <summary>The calls that are not metered by prompt although the stack asks for it.</summary>
    public ImmutableArray<UnmeasuredUse> Unmeasured { get; init; } = [];

    /// <summary>The experiments, by owner.</summary>
    public ImmutableArray<Experiment> Experiments { get; init; } = [];
}

/// <summary>An alias: the fixed name that applications look up.</summary>
/// <param name="Owner">The prompt or flow.</param>
/// <param name="Kind"><c>prompt</c> or <c>flow</c>.</param>
/// <param name="Release">The live release; null for a draft.</param>
/// <param name="Version">The version's number on AWS; <c>DRAFT</c> for a draft.</param>
/// <param name="Arn">The ARN that the alias leads to.</param>
/// <param name="Parameter">The name of the parameter with the ARN.</param>
/// <param name="Content">What callers get there: a prompt's variant or a flow's definition.</param>
public sealed record DeclaredAlias(
    string Owner, string Kind, int? Release, Value Version, Value Arn, string Parameter, Value Content)
{
    /// <summary>A flow's definition as deployed behind the alias; null where it is the same as the draft's.</summary>
    public Value? Deployed { get; init; }
}

/// <summary>The policy that lets an application call a prompt or flow.</summary>
/// <param name="Owner">The prompt or flow.</param>
/// <param name="Arn">The policy's ARN.</param>
public sealed record DeclaredPolicy(string Owner, Value Arn);
