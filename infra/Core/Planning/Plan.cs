using System.Collections.Immutable;
using Infra.Settings;
using Infra.Values;

namespace Infra.Planning;

/// <summary>Everything a stack declares: the one list that every target renders.</summary>
public sealed record Plan
{
    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>The resources, grouped by owner; an owner's resources in the order they are created.</summary>
    public required ImmutableArray<DeclaredResource> Resources { get; init; }

    /// <summary>What applications look up, by owner.</summary>
    public required ImmutableArray<DeclaredAlias> Aliases { get; init; }

    /// <summary>The callers' policies, by owner.</summary>
    public required ImmutableArray<DeclaredPolicy> Policies { get; init; }

    /// <summary>The prompts it was made from.</summary>
    public ImmutableArray<PromptDeployment> Prompts { get; init; } = [];

    /// <summary>The flows it was made from.</summary>
    public ImmutableArray<FlowDeployment> Flows { get; init; } = [];

    /// <summary>The inference profiles that calls are metered by, by owner.</summary>
    public ImmutableArray<DeclaredProfile> Profiles { get; init; } = [];

    /// <summary>The calls that are not metered by prompt although the stack asks for it.</summary>
    public ImmutableArray<UnmeasuredUse> Unmeasured { get; init; } = [];

    /// <summary>The experiments that it declares, by owner.</summary>
    public ImmutableArray<Experiment> Experiments { get; init; } = [];
}

/// <summary>A stable name that applications look up.</summary>
/// <param name="Owner">The prompt or flow.</param>
/// <param name="Kind"><c>prompt</c> or <c>flow</c>.</param>
/// <param name="Release">The release that is live; null for a draft.</param>
/// <param name="Version">The version as AWS numbers it; <c>DRAFT</c> for a draft.</param>
/// <param name="Arn">What the alias leads to.</param>
/// <param name="Parameter">The name of the parameter that holds the ARN.</param>
/// <param name="Content">What callers get there: a prompt's variant or a flow's definition.</param>
public sealed record DeclaredAlias(
    string Owner, string Kind, int? Release, Value Version, Value Arn, string Parameter, Value Content)
{
    /// <summary>A flow's definition as it is deployed behind the alias; null where the draft says the same.</summary>
    public Value? Deployed { get; init; }
}

/// <summary>The policy that lets an application call a prompt or flow.</summary>
/// <param name="Owner">The prompt or flow.</param>
/// <param name="Arn">The policy's ARN.</param>
public sealed record DeclaredPolicy(string Owner, Value Arn);
