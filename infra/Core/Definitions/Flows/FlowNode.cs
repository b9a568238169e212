using System.Collections.Immutable;
using Infra.Diagnostics;

namespace Infra.Definitions.Flows;

/// <summary>A node of a flow.</summary>
public sealed record FlowNode
{
    /// <summary>Its name, unique in the flow or loop.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>What it does.</summary>
    public required NodeConfiguration Configuration { get; init; }

    /// <summary>Whether the configuration is sent; published flows leave out one that is empty.</summary>
    /// <value>True, unless the file says <c>configuration: none</c>.</value>
    public bool SendsConfiguration { get; init; } = true;

    /// <summary>What it takes, in file order; null if the file is silent.</summary>
    public ImmutableArray<FlowInput>? Inputs { get; init; }

    /// <summary>What it yields: as the file states, else what its type always has; null when none are sent.</summary>
    public ImmutableArray<FlowOutput>? Outputs { get; init; }

    /// <summary>The conditions that open it: conditional connections, which carry no data.</summary>
    public ImmutableArray<FlowSource> When { get; init; } = [];
}

/// <summary>What a node takes.</summary>
public sealed record FlowInput
{
    /// <summary>Its name; of a prompt node, the variable it fills.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>Its type.</summary>
    /// <value>If the file is silent: what the node's type asks for, else the source's type.</value>
    public required Located<FlowDataType> Type { get; init; }

    /// <summary>Which part of what arrives is taken.</summary>
    /// <value><c>$.data</c>, all of it, if the file is silent.</value>
    public required Located<string> Expression { get; init; }

    /// <summary>What it is for; only in a loop's controller.</summary>
    public Located<FlowInputCategory>? Category { get; init; }

    /// <summary>Where it comes from: data connections. One at most, unless the flow is wrong.</summary>
    public ImmutableArray<FlowSource> From { get; init; } = [];
}

/// <summary>What a node yields.</summary>
public sealed record FlowOutput(Located<string> Name, Located<FlowDataType> Type);

/// <summary>Where a connection comes from.</summary>
/// <param name="Node">The node.</param>
/// <param name="Port">Its output; or its condition, where the connection is conditional.</param>
/// <param name="Connection">The connection's name; derived when null.</param>
public sealed record FlowSource(Located<string> Node, Located<string> Port, Located<string>? Connection);

/// <summary>A condition of a node, or of a loop.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expression">What must hold; null for <c>default</c>.</param>
public sealed record FlowCondition(Located<string> Name, Located<string>? Expression);

/// <summary>A guardrail that watches a node.</summary>
/// <param name="Id">Its id or ARN.</param>
/// <param name="Version">Its version: a number or DRAFT.</param>
public sealed record Guardrail(Located<string>? Id, Located<string>? Version);

/// <summary>Names that conditions have.</summary>
public static class FlowConditions
{
    /// <summary>The condition that holds when no other does.</summary>
    public const string Default = "default";
}
