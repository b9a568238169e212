using System.Collections.Immutable;
using Infra.Models;
using Infra.Values;

namespace Infra.Cli.Aws;

/// <summary>The answer of a model to a prompt.</summary>
internal sealed record PromptAnswer
{
    /// <summary>The text of all blocks; empty when the model only calls tools.</summary>
    public required string Text { get; init; }

    /// <summary>The tools that the model calls, in order.</summary>
    public ImmutableArray<ToolUse> ToolUses { get; init; } = [];

    /// <summary>Why the model stopped, in AWS's word: <c>end_turn</c>, <c>max_tokens</c>, <c>tool_use</c> ...</summary>
    public required string StopReason { get; init; }

    /// <summary>The tokens of the call.</summary>
    public required Tokens Tokens { get; init; }

    /// <summary>The request id, which AWS support asks for.</summary>
    public required string RequestId { get; init; }
}

/// <summary>A tool call by the model.</summary>
/// <param name="Name">Its name in the prompt.</param>
/// <param name="Input">The input of the tool.</param>
internal sealed record ToolUse(string Name, Value Input);

/// <summary>Tokens, as AWS counts and bills them; null means unknown, not zero.</summary>
/// <param name="Input">Input tokens.</param>
/// <param name="Output">Output tokens.</param>
/// <param name="CacheRead">Input tokens read from the cache.</param>
/// <param name="CacheWrite">Input tokens written to the cache.</param>
internal sealed record Tokens(int? Input, int? Output, int? CacheRead = null, int? CacheWrite = null)
{
    /// <summary>Their cost, in US dollars; null when unknown.</summary>
    /// <param name="price">The model's price; null when unknown.</param>
    public decimal? Cost(Price? price) => this is { Input: { } input, Output: { } output }
        ? price?.Of(new(input, output) { CacheRead = CacheRead ?? 0, CacheWrite = CacheWrite ?? 0 })
        : null;
}
