using System.Collections.Immutable;
using Infra.Models;
using Infra.Values;

namespace Infra.Cli.Aws;

/// <summary>What a model answered to a prompt.</summary>
internal sealed record PromptAnswer
{
    /// <summary>The text, its blocks one after the other; empty when the model only calls tools.</summary>
    public required string Text { get; init; }

    /// <summary>The tools that the model wants called, in order.</summary>
    public ImmutableArray<ToolUse> ToolUses { get; init; } = [];

    /// <summary>Why the model stopped, as AWS says it:
    /// <c>end_turn</c>, <c>max_tokens</c>, <c>tool_use</c> ...</summary>
    public required string StopReason { get; init; }

    /// <summary>What the call used.</summary>
    public required Tokens Tokens { get; init; }

    /// <summary>What AWS support asks for.</summary>
    public required string RequestId { get; init; }
}

/// <summary>One tool that the model wants called.</summary>
/// <param name="Name">Its name in the prompt.</param>
/// <param name="Input">What to call it with.</param>
internal sealed record ToolUse(string Name, Value Input);

/// <summary>Tokens, as AWS counts and bills them; null is unknown, not zero.</summary>
/// <param name="Input">Sent.</param>
/// <param name="Output">Generated.</param>
/// <param name="CacheRead">Of the prompt, taken from the cache.</param>
/// <param name="CacheWrite">Of the prompt, put into the cache.</param>
internal sealed record Tokens(int? Input, int? Output, int? CacheRead = null, int? CacheWrite = null)
{
    /// <summary>What they cost, in US dollars; null when that is unknown.</summary>
    /// <param name="price">The model's price; null when that is unknown.</param>
    public decimal? Cost(Price? price) => this is { Input: { } input, Output: { } output }
        ? price?.Of(new(input, output) { CacheRead = CacheRead ?? 0, CacheWrite = CacheWrite ?? 0 })
        : null;
}
