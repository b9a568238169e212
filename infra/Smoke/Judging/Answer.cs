using System.Collections.Immutable;
using System.Text.Json;
using Infra.Definitions;
using Infra.Smoke.Rubrics;
using Infra.Values;

namespace Infra.Smoke.Judging;

/// <summary>
/// The result of one call. Null means unknown: nothing is concluded from it, and nothing passes because of it.
/// </summary>
public sealed record Answer
{
    /// <summary>
    /// The answer's text, possibly empty; for a flow, the document of its output node (JSON unless it is a text).
    /// </summary>
    public string? Text { get; init; }

    /// <summary>The reason for which the model stopped, in Converse's word, as in <c>end_turn</c>.</summary>
    public string? StopReason { get; init; }

    /// <summary>The tools that the model calls, in order; empty when it calls none.</summary>
    public ImmutableArray<ToolCall>? ToolCalls { get; init; }

    /// <summary>The tokens of the call.</summary>
    public TokenUsage Usage { get; init; }

    /// <summary>How long the successful call took, measured by the caller.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>The cost of the call, in US dollars.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The model that answered.</summary>
    public string? Model { get; init; }

    /// <summary>AWS's id of the request; for a flow, the execution id.</summary>
    public string? RequestId { get; init; }

    /// <summary>The judge's votes, by rubric.</summary>
    public ImmutableDictionary<string, JudgedRubric> Rubrics { get; init; } =
        ImmutableDictionary<string, JudgedRubric>.Empty;

    /// <summary>What happened inside a flow; null for a prompt.</summary>
    public FlowRun? Flow { get; init; }

    /// <summary>An answer with a text only: a sample.</summary>
    public static Answer OfSample(string text) => new() { Text = text };

    /// <summary>An answer with a text and a tool only: a sample. Without a tool, its tool calls are unknown.</summary>
    public static Answer OfSample(SampleAnswer sample) => OfSample(sample.Text) with
    {
        ToolCalls = sample.Tool is { } tool
            ? [new(tool.Name, JsonElement.Parse(CanonicalJson.Compact(tool.Input)))]
            : null,
    };
}

/// <summary>A tool call by the model.</summary>
/// <param name="Name">The tool.</param>
/// <param name="Input">Its input.</param>
public sealed record ToolCall(string Name, JsonElement Input);

/// <summary>The tokens of one call; null means unknown.</summary>
/// <param name="Input">Input tokens.</param>
/// <param name="Output">Output tokens.</param>
/// <param name="Total">All tokens.</param>
public readonly record struct TokenUsage(int? Input, int? Output, int? Total)
{
    /// <summary>All tokens: as stated, otherwise input and output together.</summary>
    public int? Sum => Total ?? (Input + Output);
}

/// <summary>What happened inside a flow.</summary>
public sealed record FlowRun
{
    /// <summary>The nodes that ran, in order.</summary>
    public ImmutableArray<string>? Path { get; init; }

    /// <summary>The outputs of the nodes, in order.</summary>
    public ImmutableArray<NodeOutput>? Outputs { get; init; }

    /// <summary>How the flow ended: <c>SUCCESS</c> or <c>INPUT_REQUIRED</c>.</summary>
    public string? Completion { get; init; }
}

/// <summary>One output of a node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Output">The output's name.</param>
/// <param name="Document">Its content.</param>
public sealed record NodeOutput(string Node, string Output, JsonElement Document);
