using System.Collections.Immutable;
using Infra.Models;
using Infra.Planning;

namespace Infra.Changes;

/// <summary>What a deployment of one plan after another would do, as people review it.</summary>
public sealed record PlanChanges
{
    /// <summary>The stack.</summary>
    public required string Stack { get; init; }

    /// <summary>The resources that are touched, in the order of the plan; what goes comes last.</summary>
    public required ImmutableArray<ResourceChange> Resources { get; init; }

    /// <summary>What callers get that is not what they got, by owner.</summary>
    public required ImmutableArray<ServedChange> Served { get; init; }

    /// <summary>What calls cost that is not what they cost, by prompt.</summary>
    public ImmutableArray<CostChange> Costs { get; init; } = [];

    /// <summary>What happens to those who take part in experiments, by owner.</summary>
    public ImmutableArray<ExperimentChange> Experiments { get; init; } = [];

    /// <summary>The rights that policies gain, by policy.</summary>
    public required ImmutableArray<WidenedPolicy> Widened { get; init; }

    /// <summary>Whether a deployment would do nothing.</summary>
    public bool IsEmpty => Resources.IsEmpty;

    /// <summary>The changes from one plan to another; null before means that the stack did not exist.</summary>
    /// <param name="before">What was.</param>
    /// <param name="after">What will be.</param>
    /// <param name="models">What is known of prices.</param>
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
