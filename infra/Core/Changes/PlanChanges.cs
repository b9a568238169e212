using System.Collections.Immutable;
using Infra.Models;
using Infra.Planning;

namespace Infra.Changes;

/// <summary>What a deployment of one plan after another would do, for review.</summary>
public sealed record PlanChanges
{
    /// <summary>The stack.</summary>
    public required string Stack { get; init; }

    /// <summary>The affected resources, in the order of the plan; those that are deleted are at the end.</summary>
    public required ImmutableArray<ResourceChange> Resources { get; init; }

    /// <summary>What changes for callers, by owner.</summary>
    public required ImmutableArray<ServedChange> Served { get; init; }

    /// <summary>The changes of costs, by prompt.</summary>
    public ImmutableArray<CostChange> Costs { get; init; } = [];

    /// <summary>The effects on units of experiments, by owner.</summary>
    public ImmutableArray<ExperimentChange> Experiments { get; init; } = [];

    /// <summary>The permissions that policies gain, by policy.</summary>
    public required ImmutableArray<WidenedPolicy> Widened { get; init; }

    /// <summary>Whether a deployment would do nothing.</summary>
    public bool IsEmpty => Resources.IsEmpty;

    /// <summary>The changes from one plan to another; if the first is null, the stack is new.</summary>
    /// <param name="before">The old plan.</param>
    /// <param name="after">The new plan.</param>
    /// <param name="models">The known prices.</param>
    public static PlanChanges Between(Plan? before, Plan after, ModelCatalog models)
    {
        var resources = ResourceChange.Between(before?.Resources ?? [], after.Resources);
        return new()
        {
            Stack = after.Stack,
            Resources = resources,
            Served = ServedChange.Between(before?.Aliases ?? [], after.Aliases),
            Costs = CostChange.Between(before?.Prompts ?? [], after.Prompts, models),
            Experiments = ExperimentChange.Between(before, after),
            Widened = WidenedPolicy.Among(before?.Resources ?? [], resources),
        };
    }
}
