using System.Collections.Immutable;
using Infra.Local.Access;
using Infra.Local.Converse;
using Infra.Local.Metrics;
using Infra.Local.State;
using Infra.Validation.Flows;
using Infra.Values;

namespace Infra.Local.InvokeFlow;

/// <summary>What every node of an invocation shares.</summary>
internal sealed record FlowContext
{
    /// <summary>What exists.</summary>
    public required World World { get; init; }

    public required string Region { get; init; }

    /// <summary>The flow's deployed name.</summary>
    public required string Flow { get; init; }

    /// <summary>What it was invoked with.</summary>
    public required Value Document { get; init; }

    /// <summary>What its role may do.</summary>
    public required RoleAccess Access { get; init; }

    public required Answers Answers { get; init; }

    public required Stubs Stubs { get; init; }

    /// <summary>What models refuse.</summary>
    public required ModelGate Gate { get; init; }

    /// <summary>Measures calls of models.</summary>
    public required ModelMeter Meter { get; init; }

    /// <summary>When the flow was invoked.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Writes the events of the stream.</summary>
    public required FlowEvents Events { get; init; }

    /// <summary>What a stand-in for a node is asked.</summary>
    public NodeCall Call(GraphNode node, ImmutableArray<TakenInput> inputs) => new(
        Flow,
        Document,
        node.Name.Value,
        node.Type,
        inputs.ToImmutableSortedDictionary(
            input => input.Input.Name.Value, input => input.Value, StringComparer.Ordinal));
}
