using System.Collections.Immutable;
using Infra.Local.Access;
using Infra.Local.Converse;
using Infra.Local.Metrics;
using Infra.Local.State;
using Infra.Validation.Flows;
using Infra.Values;

namespace Infra.Local.InvokeFlow;

/// <summary>What all nodes of a run share.</summary>
internal sealed record FlowContext
{
    /// <summary>The world.</summary>
    public required World World { get; init; }

    public required string Region { get; init; }

    /// <summary>The flow's deployed name.</summary>
    public required string Flow { get; init; }

    /// <summary>The input document.</summary>
    public required Value Document { get; init; }

    /// <summary>The access of its role.</summary>
    public required RoleAccess Access { get; init; }

    public required Answers Answers { get; init; }

    public required Stubs Stubs { get; init; }

    /// <summary>The rules by which models refuse calls.</summary>
    public required ModelGate Gate { get; init; }

    /// <summary>Meters calls of models.</summary>
    public required ModelMeter Meter { get; init; }

    /// <summary>The time of the call.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Collects the events of the stream.</summary>
    public required FlowEvents Events { get; init; }

    /// <summary>The call for a node's stand-in.</summary>
    public NodeCall Call(GraphNode node, ImmutableArray<TakenInput> inputs) => new(
        Flow,
        Document,
        node.Name.Value,
        node.Type,
        inputs.ToImmutableSortedDictionary(
            input => input.Input.Name.Value, input => input.Value, StringComparer.Ordinal));
}
