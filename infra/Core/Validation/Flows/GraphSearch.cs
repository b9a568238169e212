using System.Collections.Immutable;
using Infra.Definitions.Flows;

namespace Infra.Validation.Flows;

/// <summary>Traverses a graph once and without recursion, so depth costs nothing.</summary>
public sealed class GraphSearch
{
    private readonly FlowGraph _graph;
    private readonly Dictionary<GraphNode, bool> _finished = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<GraphConnection>.Builder _closing = ImmutableArray.CreateBuilder<GraphConnection>();

    private GraphSearch(FlowGraph graph) => _graph = graph;

    /// <summary>
    /// The nodes with sources before targets, otherwise in the order stated; and the connections that close a circle,
    /// which are left out.
    /// </summary>
    public static (ImmutableArray<GraphNode> Order, ImmutableArray<GraphConnection> Closing) Order(FlowGraph graph)
    {
        var search = new GraphSearch(graph);
        foreach (var node in Starts(graph).Concat(graph.Nodes))
        {
            search.Walk(node);
        }

        var closing = search._closing.DrainToImmutable();
        return (Sorted(graph, closing.ToHashSet()), closing);
    }

    /// <summary>The nodes that can be reached from a start.</summary>
    public static IReadOnlySet<GraphNode> Reached(FlowGraph graph)
    {
        var reached = new HashSet<GraphNode>(ReferenceEqualityComparer.Instance);
        var waiting = new Queue<GraphNode>(Starts(graph));
        while (waiting.TryDequeue(out var node))
        {
            if (!reached.Add(node))
            {
                continue;
            }

            foreach (var connection in graph.Leaving(node))
            {
                if (graph[connection.Target] is { } target)
                {
                    waiting.Enqueue(target);
                }
            }
        }

        return reached;
    }

    /// <summary>The nodes at which a flow or a loop starts.</summary>
    public static IEnumerable<GraphNode> Starts(FlowGraph graph) =>
        graph.Nodes.Where(node => node.Type is FlowNodeType.Input or FlowNodeType.LoopInput);

    private static ImmutableArray<GraphNode> Sorted(FlowGraph graph, HashSet<GraphConnection> closing)
    {
        var places = new Dictionary<GraphNode, int>(ReferenceEqualityComparer.Instance);
        var missing = new Dictionary<GraphNode, int>(ReferenceEqualityComparer.Instance);
        foreach (var (place, node) in graph.Nodes.Index())
        {
            places[node] = place;
            foreach (var target in Targets(node))
            {
                missing[target] = missing.GetValueOrDefault(target) + 1;
            }
        }

        var ready = new PriorityQueue<GraphNode, int>(
            graph.Nodes.Where(node => !missing.ContainsKey(node)).Select(node => (node, places[node])));
        var sorted = ImmutableArray.CreateBuilder<GraphNode>(graph.Nodes.Length);
        while (ready.TryDequeue(out var node, out _))
        {
            sorted.Add(node);
            foreach (var target in Targets(node).Where(target => --missing[target] == 0))
            {
                ready.Enqueue(target, places[target]);
            }
        }

        return sorted.ToImmutable();

        IEnumerable<GraphNode> Targets(GraphNode node) => graph.Leaving(node)
            .Where(connection => !closing.Contains(connection))
            .Select(connection => graph[connection.Target])
            .OfType<GraphNode>();
    }

    private void Walk(GraphNode start)
    {
        if (!_finished.TryAdd(start, false))
        {
            return;
        }

        var path = new Stack<(GraphNode Node, IEnumerator<GraphConnection> Leaving)>();
        path.Push((start, _graph.Leaving(start).GetEnumerator()));
        while (path.TryPeek(out var top))
        {
            if (!top.Leaving.MoveNext())
            {
                top.Leaving.Dispose();
                path.Pop();
                _finished[top.Node] = true;
            }
            else if (_graph[top.Leaving.Current.Target] is { } target)
            {
                Follow(top.Leaving.Current, target, path);
            }
        }
    }

    private void Follow(
        GraphConnection connection,
        GraphNode target,
        Stack<(GraphNode Node, IEnumerator<GraphConnection> Leaving)> path)
    {
        if (_finished.TryAdd(target, false))
        {
            path.Push((target, _graph.Leaving(target).GetEnumerator()));
        }
        else if (!_finished[target])
        {
            _closing.Add(connection);
        }
    }
}
