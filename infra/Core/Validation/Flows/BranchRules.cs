using System.Collections.Immutable;
using Infra.Diagnostics;
using static Infra.Values.Shorthand;

using Requirements = System.Collections.Immutable.ImmutableSortedDictionary<
    string, System.Collections.Immutable.ImmutableHashSet<string>>;

namespace Infra.Validation.Flows;

/// <summary>Checks that a node's conditions can hold together: it must not wait for two branches of one condition
/// node.</summary>
/// <remarks>
/// For each condition node before it, a node requires one of certain conditions. It inherits the requirements of its
/// sources. Where several conditions let it run, any one is enough; if they belong to different nodes, they require
/// nothing.
/// </remarks>
internal static class BranchRules
{
    private static readonly Requirements Nothing = Requirements.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The connections whose conditions can never hold together with those of earlier connections.</summary>
    public static IEnumerable<FlowFinding> Check(
        FlowGraph graph, ImmutableArray<GraphNode> order, ImmutableArray<GraphConnection> closing)
    {
        // A graph beyond the service's limits is reported for that only.
        if (graph.Nodes.Length > FlowLimits.Nodes || graph.Connections.Length > FlowLimits.Connections)
        {
            return [];
        }

        var findings = new List<FlowFinding>();
        var required = new Dictionary<GraphNode, Requirements>(ReferenceEqualityComparer.Instance);
        foreach (var node in order)
        {
            var entering = graph.Entering(node).Where(connection => !closing.Contains(connection)).ToArray();
            var before = Nothing;
            foreach (var connection in entering.Where(connection => connection.Edge is GraphEdge.Data))
            {
                before = Join(before, RequiredBy(connection, graph, required), connection, findings);
            }

            required[node] = Gates(entering) is { Length: > 0 } gates
                ? Join(before, OneOf(gates, graph, required), gates[0], findings)
                : before;
        }

        return findings;
    }

    /// <summary>The conditional connections, if they all come from one node.</summary>
    private static GraphConnection[] Gates(GraphConnection[] entering)
    {
        var gates = entering.Where(connection => connection.Edge is GraphEdge.Conditional).ToArray();
        return gates.DistinctBy(gate => gate.Source.Value).Count() == 1 ? gates : [];
    }

    private static Requirements OneOf(
        GraphConnection[] gates, FlowGraph graph, Dictionary<GraphNode, Requirements> required)
    {
        var conditions = gates.Select(gate => ((GraphEdge.Conditional)gate.Edge).Condition.Value).ToImmutableHashSet();
        return RequiredBy(gates[0], graph, required).SetItem(gates[0].Source.Value, conditions);
    }

    private static Requirements RequiredBy(
        GraphConnection connection, FlowGraph graph, Dictionary<GraphNode, Requirements> required) =>
        graph[connection.Source.Value] is { } source && required.TryGetValue(source, out var found) ? found : Nothing;

    /// <summary>Combines two requirements; if they exclude each other, that is reported and the first one is
    /// kept.</summary>
    private static Requirements Join(
        Requirements left, Requirements right, GraphConnection connection, List<FlowFinding> findings)
    {
        foreach (var (decider, conditions) in right)
        {
            var both = left.TryGetValue(decider, out var known) ? known.Intersect(conditions) : conditions;
            if (both.IsEmpty)
            {
                findings.Add(new(
                    FlowFindingKind.UnsatisfiedConnectionConditions,
                    Map(("connection", connection.Name)),
                    Problems.UnsatisfiedConnectionConditions(connection.Source.At, connection.Target, decider)));
                return left;
            }

            left = left.SetItem(decider, both);
        }

        return left;
    }
}
