using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Validation.Flows;

/// <summary>Everything that can be wrong with a flow before a stack is looked at.</summary>
public static class FlowRules
{
    /// <summary>The service's findings and ours, in file order.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="prompt">The prompt a node refers to, or null when there is none.</param>
    /// <param name="known">The names of the prompts there are, for advice.</param>
    public static ImmutableArray<Diagnostic> Check(
        Flow flow, Func<PromptReference, Prompt?> prompt, IReadOnlyCollection<string> known)
    {
        var graph = FlowGraphs.Of(flow, prompt);
        return
        [
            .. new[]
            {
                FlowFindings.Check(graph).Select(finding => finding.Problem),
                flow.Body.AllBodies.SelectMany(FlowNameRules.Check),
                FlowLimitRules.Check(flow),
                flow.Body.AllNodes.SelectMany(FlowNodeRules.Check),
                Prompts(flow, prompt, known),
                graph.WithLoops.SelectMany(inside => FlowVariableRules.Names(inside.Graph)),
                graph.WithLoops.SelectMany(inside => DeadEnds(inside.Graph)),
                LoopParts(graph),
            }
            .SelectMany(problems => problems)
            .InFileOrder(),
        ];
    }

    private static IEnumerable<Diagnostic> Prompts(
        Flow flow, Func<PromptReference, Prompt?> prompt, IReadOnlyCollection<string> known) =>
        from node in flow.Body.AllNodes
        let reference = (node.Configuration as NodeConfiguration.Prompt)?.Source as PromptSource.Catalog
        where reference is not null && prompt(reference.Reference) is null
        select Problems.UnknownPrompt(
            reference.Reference.At, $"{reference.Reference}", FlowAdvice.Known(reference.Reference.Name, known));

    /// <summary>Conditions that open nothing.</summary>
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
