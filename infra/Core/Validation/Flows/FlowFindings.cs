using System.Collections.Immutable;

namespace Infra.Validation.Flows;

/// <summary>Everything that ValidateFlowDefinition would report about a flow.</summary>
/// <remarks>
/// AWS does not document which findings are errors and which are warnings. Here, a node that never runs and an
/// attribute that stays empty are warnings, since they do no harm.
/// </remarks>
public static class FlowFindings
{
    /// <summary>All findings, graph by graph; a loop follows the flow that contains it.</summary>
    public static ImmutableArray<FlowFinding> Check(FlowGraph flow)
    {
        var graphs = flow.WithLoops.ToImmutableArray();
        var names = graphs.SelectMany(inside => inside.Graph.Names).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. graphs.SelectMany(inside => (IEnumerable<FlowFinding>)
            [
                .. PathRules.Check(inside.Graph, isLoop: inside.Loop is not null),
                .. ConnectionRules.Check(inside.Graph, names),
                .. NodeRules.Check(inside.Graph),
                .. ConditionRules.Check(inside.Graph),
                .. FlowVariableRules.Check(inside.Graph),
                .. inside.Loop is null ? [] : LoopRules.Check(inside.Graph, inside.Loop),
            ]),
        ];
    }
}
