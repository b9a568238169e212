using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Cli.Aws;

/// <summary>What a flow answered.</summary>
internal sealed record FlowAnswer
{
    /// <summary>What each output node gave, in the order it came.</summary>
    public required ImmutableArray<FlowOutputDocument> Outputs { get; init; }

    /// <summary>How the flow ended: <c>SUCCESS</c> or <c>INPUT_REQUIRED</c>; null when it never said.</summary>
    public string? Completion { get; init; }

    /// <summary>What happened inside, in the order it happened; empty unless a trace was asked for.</summary>
    public ImmutableArray<FlowStep> Trace { get; init; } = [];

    /// <summary>Names this run of the flow; another call with it goes on.</summary>
    public string? ExecutionId { get; init; }

    /// <summary>What AWS support asks for.</summary>
    public required string RequestId { get; init; }
}

/// <summary>What an output node gave.</summary>
/// <param name="Node">The node.</param>
/// <param name="Document">A text, or JSON.</param>
internal sealed record FlowOutputDocument(string Node, Value Document);

/// <summary>One step of a flow, as its trace tells it.</summary>
internal abstract record FlowStep
{
    private FlowStep(string node) => Node = node;

    /// <summary>The node that it is about.</summary>
    public string Node { get; init; }

    /// <summary>A node got its inputs.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Inputs">By the input's name.</param>
    internal sealed record TookInputs(string Node, ImmutableDictionary<string, Value> Inputs) : FlowStep(Node);

    /// <summary>A node gave its outputs.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Outputs">By the output's name.</param>
    internal sealed record GaveOutputs(string Node, ImmutableDictionary<string, Value> Outputs) : FlowStep(Node);

    /// <summary>A condition node decided.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Conditions">The names of the conditions that hold.</param>
    internal sealed record Decided(string Node, ImmutableArray<string> Conditions) : FlowStep(Node);
}
