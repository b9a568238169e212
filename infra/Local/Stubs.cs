using System.Collections.Immutable;
using Infra.Definitions.Flows;
using Infra.Values;

namespace Infra.Local;

/// <summary>
/// What stands in for the services that nodes call: what a node yields. Null sends a Prompt node to
/// <see cref="Answers"/> and is an error for any other.
/// </summary>
/// <remarks>Must be deterministic; it is called from many requests at once.</remarks>
public delegate Value? Stubs(NodeCall call);

/// <summary>A call that a node of a flow would make: to a model, Lambda, an agent, Lex, S3 ...</summary>
/// <param name="Flow">The deployed name of the flow.</param>
/// <param name="Document">What the flow was invoked with.</param>
/// <param name="Node">The name of the node.</param>
/// <param name="Type">The type of the node.</param>
/// <param name="Inputs">What the node takes, by input.</param>
public sealed record NodeCall(
    string Flow, Value Document, string Node, FlowNodeType Type, ImmutableSortedDictionary<string, Value> Inputs);
