using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Definitions.Flows;
using Infra.Local.State;
using Infra.Validation.Flows;
using JsonValue = Infra.Values.JsonValue;

namespace Infra.Local.InvokeFlow;

/// <summary>A prepared definition, with its nodes in the order in which they run.</summary>
internal sealed class FlowProgram
{
    private readonly FrozenDictionary<string, JsonObject> configurations;

    private FlowProgram(FlowGraph graph, JsonObject definition)
    {
        Graph = graph;
        Order = GraphSearch.Order(graph).Order;
        configurations = definition["nodes"]!.AsArray().ToFrozenDictionary(
            node => node!["name"]!.GetValue<string>(),
            node => node!["configuration"] as JsonObject ?? [],
            StringComparer.Ordinal);
        Loops = graph.Nodes.Where(node => node.Loop is not null).ToFrozenDictionary(
            node => node.Name.Value,
            node => new FlowProgram(node.Loop!, Configuration(node, "loop")["definition"]!.AsObject()),
            StringComparer.Ordinal);
    }

    /// <summary>Its nodes and connections.</summary>
    public FlowGraph Graph { get; }

    /// <summary>Its nodes, sources before targets, otherwise in the order stated.</summary>
    public ImmutableArray<GraphNode> Order { get; }

    /// <summary>The programs inside its loops, by node.</summary>
    public FrozenDictionary<string, FlowProgram> Loops { get; }

    /// <summary>The node that takes the caller's document.</summary>
    public GraphNode Input => Graph.Nodes.First(node => node.Type is FlowNodeType.Input);

    /// <summary>Reads a definition.</summary>
    public static FlowProgram Read(JsonElement definition) =>
        new(FlowGraphJson.Read(JsonValue.From(definition)), definition.Copied());

    /// <summary>The configuration of a node, in the API's form.</summary>
    public JsonObject Configuration(GraphNode node, string member) =>
        configurations[node.Name.Value][member] as JsonObject ?? [];

    /// <summary>The nodes that run once for each item of an iterator: all after it, up to collectors.</summary>
    public (ImmutableArray<GraphNode> Nodes, ImmutableArray<GraphNode> Collectors) Repeated(GraphNode iterator)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { iterator.Name.Value };
        var nodes = ImmutableArray.CreateBuilder<GraphNode>();
        var collectors = ImmutableArray.CreateBuilder<GraphNode>();
        foreach (var node in Order.Where(node => Graph.Entering(node).Any(edge => reached.Contains(edge.Source.Value))))
        {
            if (node.Type is FlowNodeType.Collector)
            {
                collectors.Add(node);
            }
            else if (reached.Add(node.Name.Value))
            {
                nodes.Add(node);
            }
        }

        return (nodes.ToImmutable(), collectors.ToImmutable());
    }
}
