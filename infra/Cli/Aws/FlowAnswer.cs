using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Cli.Aws;

/// <summary>The answer of a flow.</summary>
internal sealed record FlowAnswer
{
    /// <summary>The documents of output nodes, in the order of their arrival.</summary>
    public required ImmutableArray<FlowOutputDocument> Outputs { get; init; }

    /// <summary>How the flow ended: <c>SUCCESS</c> or <c>INPUT_REQUIRED</c>; null when it did not say.</summary>
    public string? Completion { get; init; }

    /// <summary>The steps inside the flow, in order; empty unless a trace was asked for.</summary>
    public ImmutableArray<FlowStep> Trace { get; init; } = [];

    /// <summary>The id of this run of the flow; another call with it continues the run.</summary>
    public string? ExecutionId { get; init; }

    /// <summary>The request id, which AWS support asks for.</summary>
    public required string RequestId { get; init; }
}

/// <summary>The document of an output node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Document">A text, or JSON.</param>
internal sealed record FlowOutputDocument(string Node, Value Document);

/// <summary>A step of a flow, from its trace.</summary>
internal abstract record FlowStep
{
    private FlowStep(string node) => Node = node;

    /// <summary>The node of the step.</summary>
    public string Node { get; init; }

    /// <summary>A node received its inputs.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Inputs">The values, by the inputs' names.</param>
    internal sealed record TookInputs(string Node, ImmutableDictionary<string, Value> Inputs) : FlowStep(Node);

    /// <summary>A node returned its outputs.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Outputs">The values, by the outputs' names.</param>
    internal sealed record GaveOutputs(string Node, ImmutableDictionary<string, Value> Outputs) : FlowStep(Node);

    /// <summary>A condition node was evaluated.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Conditions">The names of the conditions that hold.</param>
    internal sealed record Decided(string Node, ImmutableArray<string> Conditions) : FlowStep(Node);
}
