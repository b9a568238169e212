using System.Collections.Immutable;

namespace Infra.Validation.Flows;

/// <summary>What ValidateFlowDefinition would find wrong with a flow.</summary>
/// <remarks>
/// Which findings are errors and which warnings AWS does not document: a node that never runs and an attribute that
/// stays empty do no harm and are warnings here.
/// </remarks>
public static class FlowFindings
{
    /// <summary>Every finding, graph by graph, loops after the flow they stand in.</summary>
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
