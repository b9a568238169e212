using System.Collections.Immutable;
using Infra.Diagnostics;
using static Infra.Values.Shorthand;

using Requirements = System.Collections.Immutable.ImmutableSortedDictionary<
    string, System.Collections.Immutable.ImmutableHashSet<string>>;

namespace Infra.Validation.Flows;

/// <summary>What a node needs can be true at once: it does not wait for two branches of one condition.</summary>
/// <remarks>
/// A node requires, of each condition node before it, one of certain conditions. It inherits what its sources require;
/// several conditions that open it stand for each other, and say nothing when they belong to different nodes.
/// </remarks>
internal static class BranchRules
{
    private static readonly Requirements Nothing = Requirements.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The connections whose conditions can never hold together with those before them.</summary>
    public static IEnumerable<FlowFinding> Check(
        FlowGraph graph, ImmutableArray<GraphNode> order, ImmutableArray<GraphConnection> closing)
    {
        // A graph beyond the service's limits is refused for that alone.
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

    /// <summary>The conditional connections, if one node decides them all.</summary>
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

    /// <summary>Both requirements; where they exclude each other that is reported, and the first stays.</summary>
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
