using System.Collections.Frozen;
using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Diagnostics;

namespace Infra.Validation.Flows;

/// <summary>
/// The nodes and connections that the rules check: from a file in <c>prompts/</c>, or from JSON that a client sent.
/// </summary>
/// <remarks>In JSON, unlike in a file, connections may refer to nodes, inputs and outputs that do not exist.</remarks>
public sealed class FlowGraph
{
    private readonly Lazy<FrozenDictionary<string, GraphNode>> _nodes;
    private readonly Lazy<ILookup<string, GraphConnection>> _bySource;
    private readonly Lazy<ILookup<string, GraphConnection>> _byTarget;

    /// <summary>A graph.</summary>
    /// <param name="nodes">In the order stated.</param>
    /// <param name="connections">In the order stated.</param>
    /// <param name="at">Its place; empty for JSON.</param>
    public FlowGraph(ImmutableArray<GraphNode> nodes, ImmutableArray<GraphConnection> connections, Location at)
    {
        (Nodes, Connections, At) = (nodes, connections, at);
        _nodes = new(() => nodes.DistinctBy(node => node.Name.Value)
            .ToFrozenDictionary(node => node.Name.Value, StringComparer.Ordinal));
        _bySource = new(() => connections.ToLookup(connection => connection.Source.Value, StringComparer.Ordinal));
        _byTarget = new(() => connections.ToLookup(connection => connection.Target, StringComparer.Ordinal));
    }

    /// <summary>The nodes.</summary>
    public ImmutableArray<GraphNode> Nodes { get; }

    /// <summary>The connections.</summary>
    public ImmutableArray<GraphConnection> Connections { get; }

    /// <summary>Its place.</summary>
    public Location At { get; }

    /// <summary>The names of the nodes.</summary>
    public IReadOnlyCollection<string> Names => _nodes.Value.Keys;

    /// <summary>This graph and those of its loops, each with the loop that it belongs to.</summary>
    public IEnumerable<(FlowGraph Graph, GraphNode? Loop)> WithLoops => Nodes
        .Where(node => node.Loop is not null)
        .SelectMany(node => node.Loop!.WithLoops.Select(inner => (inner.Graph, (GraphNode?)(inner.Loop ?? node))))
        .Prepend((this, null));

    /// <summary>The node with a name, or null.</summary>
    public GraphNode? this[string name] => _nodes.Value.GetValueOrDefault(name);

    /// <summary>The connections that leave a node.</summary>
    public IEnumerable<GraphConnection> Leaving(GraphNode node) => _bySource.Value[node.Name.Value];

    /// <summary>The connections that lead to a node.</summary>
    public IEnumerable<GraphConnection> Entering(GraphNode node) => _byTarget.Value[node.Name.Value];
}

/// <summary>A node for the rules.</summary>
public sealed record GraphNode
{
    private readonly Lazy<FrozenDictionary<string, FlowInput>>? _inputs;
    private readonly Lazy<FrozenDictionary<string, FlowOutput>>? _outputs;
    private readonly Lazy<FrozenSet<string>>? _conditions;

    /// <summary>Its name.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>Its type.</summary>
    public required FlowNodeType Type { get; init; }

    /// <summary>Whether it has the configuration for its type.</summary>
    public bool IsConfigured { get; init; } = true;

    /// <summary>Whether a knowledge base has a model that answers.</summary>
    public bool Generates { get; init; }

    /// <summary>Its inputs.</summary>
    public ImmutableArray<FlowInput> Inputs
    {
        get;
        init => (field, _inputs) = (value, new(() => value
            .DistinctBy(input => input.Name.Value)
            .ToFrozenDictionary(input => input.Name.Value, StringComparer.Ordinal)));
    } = [];

    /// <summary>Its outputs.</summary>
    public ImmutableArray<FlowOutput> Outputs
    {
        get;
        init => (field, _outputs) = (value, new(() => value
            .DistinctBy(output => output.Name.Value)
            .ToFrozenDictionary(output => output.Name.Value, StringComparer.Ordinal)));
    } = [];

    /// <summary>The conditions that it evaluates: all of a Condition node's, the one of a LoopController.</summary>
    public ImmutableArray<FlowCondition> Conditions
    {
        get;
        init => (field, _conditions) = (value, new(() => value
            .Select(condition => condition.Name.Value)
            .ToFrozenSet(StringComparer.Ordinal)));
    } = [];

    /// <summary>The nodes inside a loop.</summary>
    public FlowGraph? Loop { get; init; }

    /// <summary>The variables of a prompt node's template; null when the prompt is not available.</summary>
    public ImmutableArray<string>? Variables { get; init; }

    /// <summary>The ports of its type.</summary>
    public FlowPorts Ports => FlowPorts.Of(Type, Generates);

    /// <summary>The input with a name, or null.</summary>
    public FlowInput? Input(string name) => _inputs?.Value.GetValueOrDefault(name);

    /// <summary>Whether it has a condition with that name.</summary>
    public bool Decides(string condition) => _conditions?.Value.Contains(condition) is true;

    /// <summary>The output with a name, or null.</summary>
    public FlowOutput? Output(string name) => _outputs?.Value.GetValueOrDefault(name);
}

/// <summary>A connection for the rules.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">The node that it starts at.</param>
/// <param name="Target">The node that it leads to.</param>
/// <param name="Edge">The ports that it connects.</param>
public sealed record GraphConnection(string Name, Located<string> Source, string Target, GraphEdge Edge);

/// <summary>The ports that a connection connects.</summary>
public abstract record GraphEdge
{
    private GraphEdge()
    {
    }

    /// <summary>An output and an input.</summary>
    public sealed record Data(Located<string> Output, string Input) : GraphEdge;

    /// <summary>A condition and the node that it lets run.</summary>
    public sealed record Conditional(Located<string> Condition) : GraphEdge;

    /// <summary>None: it has no configuration, or one that does not match its type.</summary>
    public sealed record Unconfigured : GraphEdge;
}
