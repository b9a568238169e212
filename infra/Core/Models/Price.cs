using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Models;

/// <summary>What a model costs on demand.</summary>
/// <param name="Input">US dollars for a million tokens read.</param>
/// <param name="Output">US dollars for a million tokens written.</param>
public sealed record Price(decimal Input, decimal Output)
{
    private const decimal Million = 1_000_000;

    /// <summary>For a million tokens read from a cache; null when unknown.</summary>
    public decimal? CacheRead { get; init; }

    /// <summary>For a million tokens written to a cache; null when unknown.</summary>
    public decimal? CacheWrite { get; init; }

    /// <summary>What it costs from so many tokens of input on, fewest first.</summary>
    public ImmutableArray<PriceStep> Above { get; init; } = [];

    /// <summary>Reads <c>0.25/1.25</c>; null when it is no price.</summary>
    public static Price? Parse(string text) =>
        text.Split('/') is [var input, var output] && Dollars(input) is { } read && Dollars(output) is { } written
            ? new(read, written)
            : null;

    /// <summary>What a call costs, in US dollars; null when that is unknown.</summary>
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

/// <summary>The price of a long input.</summary>
/// <param name="InputTokens">Beyond how many tokens of input.</param>
/// <param name="Price">What everything then costs.</param>
public sealed record PriceStep(int InputTokens, Price Price);

/// <summary>The tokens of a call.</summary>
/// <param name="Input">Read, without what came from or went to a cache.</param>
/// <param name="Output">Written.</param>
public readonly record struct TokenUse(int Input, int Output)
{
    /// <summary>Read from a cache.</summary>
    public int CacheRead { get; init; }

    /// <summary>Written to a cache.</summary>
    public int CacheWrite { get; init; }
}
