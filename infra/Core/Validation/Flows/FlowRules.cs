using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Diagnostics;

namespace Infra.Validation.Flows;

/// <summary>Checks flows by everything that does not depend on a stack.</summary>
public static class FlowRules
{
    /// <summary>All problems of a flow, those of the service included, in file order.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="prompts">The prompts that its nodes refer to.</param>
    public static ImmutableArray<Diagnostic> Check(Flow flow, PromptLookup prompts)
    {
        var graph = FlowGraphs.Of(flow, prompts.Find);
        return
        [
            .. new[]
            {
                FlowFindings.Check(graph).Select(finding => finding.Problem),
                flow.Body.AllBodies.SelectMany(FlowNameRules.Check),
                FlowLimitRules.Check(flow),
                flow.Body.AllNodes.SelectMany(FlowNodeRules.Check),
                Prompts(flow, prompts),
                graph.WithLoops.SelectMany(inside => FlowVariableRules.Names(inside.Graph)),
                graph.WithLoops.SelectMany(inside => DeadEnds(inside.Graph)),
                LoopParts(graph),
            }
            .SelectMany(problems => problems)
            .InFileOrder(),
        ];
    }

    private static IEnumerable<Diagnostic> Prompts(Flow flow, PromptLookup prompts) =>
        from node in flow.Body.AllNodes
        let reference = ((node.Configuration as NodeConfiguration.Prompt)?.Source as PromptSource.Catalog)?.Reference
        where reference is not null && prompts.Find(reference) is null && !prompts.IsBroken(reference)
        select Problems.UnknownPrompt(
            reference.At, $"{reference}", FlowAdvice.Known(reference.Name, prompts.Known));

    /// <summary>Conditions that no connection starts at.</summary>
    private static IEnumerable<Diagnostic> DeadEnds(FlowGraph graph) =>
        from node in graph.Nodes
        where node.Type is FlowNodeType.Condition
        let opening = graph.Leaving(node)
            .Select(connection => connection.Edge)
            .OfType<GraphEdge.Conditional>()
            .Select(edge => edge.Condition.Value)
            .ToHashSet(StringComparer.Ordinal)
        from condition in node.Conditions
        where !opening.Contains(condition.Name.Value)
        select Problems.ConditionLeadsNowhere(condition.Name.At, node.Name.Value, condition.Name.Value);

    private static IEnumerable<Diagnostic> LoopParts(FlowGraph flow) =>
        from node in flow.Nodes
        where node.Type is FlowNodeType.LoopInput or FlowNodeType.LoopController
        select Problems.LoopPartOutsideLoop(node.Name.At, node.Name.Value, $"{node.Type}");
}
