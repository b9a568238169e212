using System.Collections.Immutable;
using Infra.Diagnostics;

namespace Infra.Definitions.Flows;

/// <summary>One flow, as its file states it; <c>${...}</c> unresolved, prompts by name.</summary>
public sealed record Flow : Definition
{
    /// <summary>Its nodes and what connects them.</summary>
    public required FlowBody Body { get; init; }
}

/// <summary>The nodes of a flow, or of a loop inside one.</summary>
/// <param name="Nodes">In file order.</param>
/// <param name="ConnectionOrder">Names of connections that are sent first, in this order; usually none.</param>
/// <param name="At">Where it starts.</param>
public sealed record FlowBody(
    ImmutableArray<FlowNode> Nodes, ImmutableArray<Located<string>> ConnectionOrder, Location At)
{
    /// <summary>Every node, those inside loops included.</summary>
    public IEnumerable<FlowNode> AllNodes => Nodes.SelectMany(node =>
        node.Configuration is NodeConfiguration.Loop loop ? loop.Body.AllNodes.Prepend(node) : [node]);

    /// <summary>This and the insides of its loops.</summary>
    public IEnumerable<FlowBody> AllBodies => Nodes
        .Select(node => node.Configuration)
        .OfType<NodeConfiguration.Loop>()
        .SelectMany(loop => loop.Body.AllBodies)
        .Prepend(this);

    /// <summary>The node with a name, or null.</summary>
    public FlowNode? this[string name] => Nodes.FirstOrDefault(node => node.Name.Value == name);
}
