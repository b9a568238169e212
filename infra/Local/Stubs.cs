using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Values;

namespace Infra.Local;

/// <summary>
/// Stands in for the services that nodes call: returns the output of a node. For null, a Prompt node asks
/// <see cref="Answers"/>; any other node fails.
/// </summary>
/// <remarks>Must be deterministic; it is called from many requests at once.</remarks>
public delegate Value? Stubs(NodeCall call);

/// <summary>A call that a node of a flow would make: to a model, Lambda, an agent, Lex, S3 ...</summary>
/// <param name="Flow">The deployed name of the flow.</param>
/// <param name="Document">The input document of the flow.</param>
/// <param name="Node">The name of the node.</param>
/// <param name="Type">The type of the node.</param>
/// <param name="Inputs">The values of its inputs, by their names.</param>
public sealed record NodeCall(
    string Flow, Value Document, string Node, FlowNodeType Type, ImmutableSortedDictionary<string, Value> Inputs);
