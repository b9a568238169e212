using System.Collections.Immutable;
using System.Text.Json;
using Infra.Definitions;
using Infra.Smoke.Rubrics;
using Infra.Values;

namespace Infra.Smoke.Judging;

/// <summary>
/// What came back from one call. Null means unknown: nothing is concluded from it, and nothing passes because of it.
/// </summary>
public sealed record Answer
{
    /// <summary>
    /// The answer's text, possibly empty; of a flow, the document of its output node (JSON unless it is a text).
    /// </summary>
    public string? Text { get; init; }

    /// <summary>Why the model stopped, in Converse's words, as in <c>end_turn</c>.</summary>
    public string? StopReason { get; init; }

    /// <summary>The tools the model wants called, in order; empty when it wants none.</summary>
    public ImmutableArray<ToolCall>? ToolCalls { get; init; }

    /// <summary>What was read and written.</summary>
    public TokenUsage Usage { get; init; }

    /// <summary>How long the successful call took, as the caller measured it.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>What the call cost, in US dollars.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The model that answered.</summary>
    public string? Model { get; init; }

    /// <summary>AWS's id of the request; of a flow, the execution id.</summary>
    public string? RequestId { get; init; }

    /// <summary>What a model that judges made of it, by rubric.</summary>
    public ImmutableDictionary<string, JudgedRubric> Rubrics { get; init; } =
        ImmutableDictionary<string, JudgedRubric>.Empty;

    /// <summary>What a flow did on the way; null for a prompt.</summary>
    public FlowRun? Flow { get; init; }

    /// <summary>An answer of which only the text is known: a sample.</summary>
    public static Answer OfSample(string text) => new() { Text = text };

    /// <summary>An answer of which only text and tool are known: a sample. One without a tool says nothing of
    /// tools.</summary>
    public static Answer OfSample(SampleAnswer sample) => OfSample(sample.Text) with
    {
        ToolCalls = sample.Tool is { } tool
            ? [new(tool.Name, JsonElement.Parse(CanonicalJson.Compact(tool.Input)))]
            : null,
    };
}

/// <summary>A tool the model wants called.</summary>
/// <param name="Name">The tool.</param>
/// <param name="Input">Its input.</param>
public sealed record ToolCall(string Name, JsonElement Input);

/// <summary>Tokens of one call; null is unknown.</summary>
/// <param name="Input">Tokens read.</param>
/// <param name="Output">Tokens written.</param>
/// <param name="Total">Tokens in all.</param>
public readonly record struct TokenUsage(int? Input, int? Output, int? Total)
{
    /// <summary>Tokens in all: as stated, else read and written together.</summary>
    public int? Sum => Total ?? (Input + Output);
}

/// <summary>What a flow did.</summary>
public sealed record FlowRun
{
    /// <summary>The nodes that ran, in order.</summary>
    public ImmutableArray<string>? Path { get; init; }

    /// <summary>What the nodes put out, in order.</summary>
    public ImmutableArray<NodeOutput>? Outputs { get; init; }

    /// <summary>How the flow ended: <c>SUCCESS</c> or <c>INPUT_REQUIRED</c>.</summary>
    public string? Completion { get; init; }
}

/// <summary>One output of a node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Output">The output's name.</param>
/// <param name="Document">What it holds.</param>
public sealed record NodeOutput(string Node, string Output, JsonElement Document);
