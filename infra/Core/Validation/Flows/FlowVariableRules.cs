using Infra.Definitions.Flows;
using Infra.Diagnostics;
using static Infra.Values.Shorthand;

namespace Infra.Validation.Flows;

/// <summary>Checks that the inputs of a prompt node are the variables of its prompt.</summary>
internal static class FlowVariableRules
{
    /// <summary>The findings of the service.</summary>
    public static IEnumerable<FlowFinding> Check(FlowGraph graph) => graph.Nodes.SelectMany(Check);

    /// <summary>Variables whose names cannot be inputs; the service's findings about them are left out.</summary>
    public static IEnumerable<Diagnostic> Names(FlowGraph graph) =>
        from node in graph.Nodes
        from variable in node.Variables ?? []
        where !CanBeInput(variable)
        select Problems.VariableCannotBeInput(node.Name.At, node.Name.Value, variable);

    private static IEnumerable<FlowFinding> Check(GraphNode node)
    {
        if (node.Variables is not { } variables)
        {
            return [];
        }

        var missing =
            from variable in variables
            where node.Input(variable) is null && CanBeInput(variable)
            select new FlowFinding(
                FlowFindingKind.MissingNodeInput,
                Map(("node", node.Name.Value), ("input", variable)),
                Problems.VariableHasNoInput(node.Name.At, node.Name.Value, variable));
        var unknown =
            from input in node.Inputs
            where !variables.Contains(input.Name.Value)
            select new FlowFinding(
                FlowFindingKind.UnknownNodeInput,
                Map(("node", node.Name.Value), ("input", input.Name.Value)),
                Problems.InputIsNoVariable(
                    input.Name.At, node.Name.Value, input.Name.Value, Advice(input.Name.Value, variables)));
        return [.. missing, .. unknown];
    }

    private static string Advice(string input, IReadOnlyCollection<string> variables) => variables.Count == 0
        ? "The prompt has no variables."
        : FlowAdvice.Known(input, variables);

    private static bool CanBeInput(string variable) => Definitions.Names.IsFlowName(variable, FlowLimits.NameLength);
}
