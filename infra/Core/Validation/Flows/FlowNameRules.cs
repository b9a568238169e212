using System.Diagnostics;
using Infra.Definitions.Flows;
using Infra.Diagnostics;

namespace Infra.Validation.Flows;

/// <summary>Checks the names in a flow by the service's patterns.</summary>
internal static class FlowNameRules
{
    /// <summary>All problems of the names in a flow or loop.</summary>
    public static IEnumerable<Diagnostic> Check(FlowBody body) =>
    [
        .. body.Nodes.SelectMany(Names).Where(named => !IsName(named.Name.Value)).Select(named =>
            Problems.FlowNameMalformed(named.Name.At, named.What, named.Name.Value, FlowLimits.NameLength)),
        .. body.Nodes.SelectMany(ConditionsTwice),
        .. Connections(body),
    ];

    private static bool IsName(string name) => Definitions.Names.IsFlowName(name, FlowLimits.NameLength);

    private static IEnumerable<(Located<string> Name, string What)> Names(FlowNode node) =>
    [
        (node.Name, "a node"),
        .. (node.Inputs ?? []).Select(input => (input.Name, "an input")),
        .. (node.Outputs ?? []).Select(output => (output.Name, "an output")),
        .. Conditions(node).Select(condition => (condition.Name, "a condition")),
    ];

    private static IEnumerable<FlowCondition> Conditions(FlowNode node) => node.Configuration switch
    {
        NodeConfiguration.Condition condition => condition.Conditions,
        NodeConfiguration.LoopController controller => [controller.ContinueCondition],
        NodeConfiguration.Agent or NodeConfiguration.Collector or NodeConfiguration.InlineCode
            or NodeConfiguration.Input or NodeConfiguration.Iterator or NodeConfiguration.KnowledgeBase
            or NodeConfiguration.LambdaFunction or NodeConfiguration.Lex or NodeConfiguration.Loop
            or NodeConfiguration.LoopInput or NodeConfiguration.Output or NodeConfiguration.Prompt
            or NodeConfiguration.Retrieval or NodeConfiguration.Storage => [],
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<Diagnostic> ConditionsTwice(FlowNode node) =>
        from condition in Conditions(node)
        group condition.Name by condition.Name.Value into names
        from second in names.Skip(1)
        select Problems.ConditionNameTwice(second.At, node.Name.Value, second.Value);

    private static IEnumerable<Diagnostic> Connections(FlowBody body)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stated in FlowConnections.Of(body).Select(connection => connection.Source.Connection))
        {
            if (stated is not { } name)
            {
                continue;
            }

            var deployed = FlowConnections.Fit(name.Value);
            if (!Definitions.Names.IsFlowName(deployed, FlowConnections.LongestName))
            {
                yield return Problems.FlowNameMalformed(
                    name.At, "a connection", name.Value, FlowConnections.LongestName);
            }
            else if (deployed != name.Value)
            {
                yield return Problems.ConnectionNameTooLong(name.At, name.Value, deployed);
            }

            if (!taken.Add(name.Value))
            {
                yield return Problems.ConnectionNameTwice(name.At, name.Value);
            }
        }
    }
}
