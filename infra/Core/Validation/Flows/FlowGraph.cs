using System.Collections.Frozen;
using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Diagnostics;

namespace Infra.Validation.Flows;

/// <summary>
/// Nodes and connections as the rules see them: of a file in <c>prompts/</c>, or of JSON that a client sent.
/// </summary>
/// <remarks>Unlike a file, JSON may join nodes, inputs and outputs that do not exist.</remarks>
public sealed class FlowGraph
{
    private readonly Lazy<FrozenDictionary<string, GraphNode>> _nodes;
    private readonly Lazy<ILookup<string, GraphConnection>> _bySource;
    private readonly Lazy<ILookup<string, GraphConnection>> _byTarget;

    /// <summary>A graph.</summary>
    /// <param name="nodes">In the order they are stated.</param>
    /// <param name="connections">In the order they are stated.</param>
    /// <param name="at">Where it is stated; nowhere in particular for JSON.</param>
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

    /// <summary>Where it is stated.</summary>
    public Location At { get; }

    /// <summary>The names of the nodes.</summary>
    public IReadOnlyCollection<string> Names => _nodes.Value.Keys;

    /// <summary>This graph and those of the loops inside it, each with the loop it belongs to.</summary>
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

/// <summary>A node as the rules see it.</summary>
public sealed record GraphNode
{
    private readonly Lazy<FrozenDictionary<string, FlowInput>>? _inputs;
    private readonly Lazy<FrozenDictionary<string, FlowOutput>>? _outputs;
    private readonly Lazy<FrozenSet<string>>? _conditions;

    /// <summary>Its name.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>What it does.</summary>
    public required FlowNodeType Type { get; init; }

    /// <summary>Whether it has the configuration of its type.</summary>
    public bool IsConfigured { get; init; } = true;

    /// <summary>Whether a knowledge base has a model that answers.</summary>
    public bool Generates { get; init; }

    /// <summary>What it takes.</summary>
    public ImmutableArray<FlowInput> Inputs
    {
        get;
        init => (field, _inputs) = (value, new(() => value
            .DistinctBy(input => input.Name.Value)
            .ToFrozenDictionary(input => input.Name.Value, StringComparer.Ordinal)));
    } = [];

    /// <summary>What it yields.</summary>
    public ImmutableArray<FlowOutput> Outputs
    {
        get;
        init => (field, _outputs) = (value, new(() => value
            .DistinctBy(output => output.Name.Value)
            .ToFrozenDictionary(output => output.Name.Value, StringComparer.Ordinal)));
    } = [];

    /// <summary>The conditions it decides: of a Condition all, of a LoopController one.</summary>
    public ImmutableArray<FlowCondition> Conditions
    {
        get;
        init => (field, _conditions) = (value, new(() => value
            .Select(condition => condition.Name.Value)
            .ToFrozenSet(StringComparer.Ordinal)));
    } = [];

    /// <summary>The nodes inside a loop.</summary>
    public FlowGraph? Loop { get; init; }

    /// <summary>The variables of a prompt node's template; null when the prompt is not at hand.</summary>
    public ImmutableArray<string>? Variables { get; init; }

    /// <summary>What its type always takes and yields.</summary>
    public FlowPorts Ports => FlowPorts.Of(Type, Generates);

    /// <summary>The input with a name, or null.</summary>
    public FlowInput? Input(string name) => _inputs?.Value.GetValueOrDefault(name);

    /// <summary>Whether it decides a condition with that name.</summary>
    public bool Decides(string condition) => _conditions?.Value.Contains(condition) is true;

    /// <summary>The output with a name, or null.</summary>
    public FlowOutput? Output(string name) => _outputs?.Value.GetValueOrDefault(name);
}

/// <summary>A connection as the rules see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Target">Where it leads to.</param>
/// <param name="Edge">What it joins there.</param>
public sealed record GraphConnection(string Name, Located<string> Source, string Target, GraphEdge Edge);

/// <summary>What a connection joins.</summary>
public abstract record GraphEdge
{
    private GraphEdge()
    {
    }

    /// <summary>An output and an input.</summary>
    public sealed record Data(Located<string> Output, string Input) : GraphEdge;

    /// <summary>A condition and the node it opens.</summary>
    public sealed record Conditional(Located<string> Condition) : GraphEdge;

    /// <summary>Nothing: it has no configuration, or one that is not of its type.</summary>
    public sealed record Unconfigured : GraphEdge;
}
