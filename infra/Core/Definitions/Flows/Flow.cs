using System.Collections.Immutable;
using Infra.Diagnostics;

namespace Infra.Definitions.Flows;

/// <summary>A flow as its file states it: <c>${...}</c> is not resolved yet, and prompts are given by name.</summary>
public sealed record Flow : Definition
{
    /// <summary>Its nodes and connections.</summary>
    public required FlowBody Body { get; init; }
}

/// <summary>The nodes of a flow, or of a loop inside one.</summary>
/// <param name="Nodes">In file order.</param>
/// <param name="ConnectionOrder">Names of connections that are sent first, in this order; usually empty.</param>
/// <param name="At">Where it starts.</param>
public sealed record FlowBody(
    ImmutableArray<FlowNode> Nodes, ImmutableArray<Located<string>> ConnectionOrder, Location At)
{
    /// <summary>Every node, including those inside loops.</summary>
    public IEnumerable<FlowNode> AllNodes => Nodes.SelectMany(node =>
        node.Configuration is NodeConfiguration.Loop loop ? loop.Body.AllNodes.Prepend(node) : [node]);

    /// <summary>This body and those of its loops.</summary>
    public IEnumerable<FlowBody> AllBodies => Nodes
        .Select(node => node.Configuration)
        .OfType<NodeConfiguration.Loop>()
        .SelectMany(loop => loop.Body.AllBodies)
        .Prepend(this);

    /// <summary>The node with a name, or null.</summary>
    public FlowNode? this[string name] => Nodes.FirstOrDefault(node => node.Name.Value == name);
}
