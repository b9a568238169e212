using System.Collections.Immutable;
using Infra.Diagnostics;

namespace Infra.Definitions.Flows;

/// <summary>A node of a flow.</summary>
public sealed record FlowNode
{
    /// <summary>Its name, unique in the flow or loop.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>What the node does.</summary>
    public required NodeConfiguration Configuration { get; init; }

    /// <summary>Whether the configuration is sent; published flows leave out empty ones.</summary>
    /// <value>True unless the file says <c>configuration: none</c>.</value>
    public bool SendsConfiguration { get; init; } = true;

    /// <summary>Its inputs, in file order; null if not stated.</summary>
    public ImmutableArray<FlowInput>? Inputs { get; init; }

    /// <summary>Its outputs: those in the file, otherwise those of its type; null when none are sent.</summary>
    public ImmutableArray<FlowOutput>? Outputs { get; init; }

    /// <summary>The conditions under which it runs: conditional connections, which carry no data.</summary>
    public ImmutableArray<FlowSource> When { get; init; } = [];
}

/// <summary>An input of a node.</summary>
public sealed record FlowInput
{
    /// <summary>Its name; for a prompt node, the variable that it fills.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>Its type.</summary>
    /// <value>If not stated: the type that the node requires, otherwise the source's type.</value>
    public required Located<FlowDataType> Type { get; init; }

    /// <summary>The part of the incoming value that is taken.</summary>
    /// <value>If not stated, <c>$.data</c>: all of it.</value>
    public required Located<string> Expression { get; init; }

    /// <summary>Its purpose; only in a loop controller.</summary>
    public Located<FlowInputCategory>? Category { get; init; }

    /// <summary>The outputs that fill it; more than one is reported as a problem.</summary>
    public ImmutableArray<FlowSource> From { get; init; } = [];
}

/// <summary>An output of a node.</summary>
public sealed record FlowOutput(Located<string> Name, Located<FlowDataType> Type);

/// <summary>The start of a connection.</summary>
/// <param name="Node">The node.</param>
/// <param name="Port">Its output; for a conditional connection, its condition.</param>
/// <param name="Connection">The connection's name; null for a derived one.</param>
public sealed record FlowSource(Located<string> Node, Located<string> Port, Located<string>? Connection);

/// <summary>A condition of a condition node or of a loop.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expression">What must hold; null for <c>default</c>.</param>
public sealed record FlowCondition(Located<string> Name, Located<string>? Expression);

/// <summary>The guardrail of a node.</summary>
/// <param name="Id">Its id or ARN.</param>
/// <param name="Version">Its version: a number or DRAFT.</param>
public sealed record Guardrail(Located<string>? Id, Located<string>? Version);

/// <summary>Reserved names of conditions.</summary>
public static class FlowConditions
{
    /// <summary>The condition that holds when no other does.</summary>
    public const string Default = "default";
}
