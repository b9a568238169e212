using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Models;

/// <summary>The on-demand price of a model.</summary>
/// <param name="Input">US dollars per million input tokens.</param>
/// <param name="Output">US dollars per million output tokens.</param>
public sealed record Price(decimal Input, decimal Output)
{
    private const decimal Million = 1_000_000;

    /// <summary>US dollars per million tokens read from a cache; null when unknown.</summary>
    public decimal? CacheRead { get; init; }

    /// <summary>US dollars per million tokens written to a cache; null when unknown.</summary>
    public decimal? CacheWrite { get; init; }

    /// <summary>Prices of longer inputs, the shortest first.</summary>
    public ImmutableArray<PriceStep> Above { get; init; } = [];

    /// <summary>Reads <c>0.25/1.25</c>, the prices of input and output; null when the text is not a price.</summary>
    public static Price? Parse(string text) =>
        text.Split('/') is [var input, var output] && Dollars(input) is { } read && Dollars(output) is { } written
            ? new(read, written)
            : null;

    /// <summary>The price of a call, in US dollars; null when unknown.</summary>
    public decimal? Of(TokenUse tokens)
    {
        var all = tokens.Input + tokens.CacheRead + tokens.CacheWrite;
        var price = Above.LastOrDefault(step => all > step.InputTokens)?.Price ?? this;
        return Part(tokens.CacheRead, price.CacheRead) is { } read
            && Part(tokens.CacheWrite, price.CacheWrite) is { } written
                ? (((tokens.Input * price.Input) + (tokens.Output * price.Output)) / Million) + read + written
                : null;
    }

    private static decimal? Part(int tokens, decimal? price) => tokens == 0 ? 0 : tokens * price / Million;

    private static decimal? Dollars(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars)
            ? dollars
            : null;
}

/// <summary>The price of an input that is longer than a limit.</summary>
/// <param name="InputTokens">The limit, in input tokens.</param>
/// <param name="Price">The price of all tokens of such a call.</param>
public sealed record PriceStep(int InputTokens, Price Price);

/// <summary>The tokens of a call.</summary>
/// <param name="Input">Input tokens, without those read from or written to a cache.</param>
/// <param name="Output">Output tokens.</param>
public readonly record struct TokenUse(int Input, int Output)
{
    /// <summary>Tokens read from a cache.</summary>
    public int CacheRead { get; init; }

    /// <summary>Tokens written to a cache.</summary>
    public int CacheWrite { get; init; }
}
