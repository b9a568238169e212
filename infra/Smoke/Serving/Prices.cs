using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Smoke.Serving;

/// <summary>What calls cost. What is not listed is unknown, and unknown is never taken for free.</summary>
/// <remarks>
/// Listed are models whose on-demand price in us-east-1 is undisputed (published comparisons of Amazon Bedrock's
/// pricing page, 2026-04, read 2026-11-21). Models on extended access and profiles with a surcharge are not listed:
/// state their price yourself.
/// </remarks>
public sealed class Prices
{
    /// <summary>The listed prices.</summary>
    public static readonly Prices Listed = new(new Dictionary<string, Price>
    {
        ["anthropic.claude-3-haiku-20240307-v1:0"] = new(0.25m, 1.25m),
        ["amazon.nova-micro-v1:0"] = new(0.035m, 0.14m),
        ["amazon.nova-lite-v1:0"] = new(0.06m, 0.24m),
        ["amazon.nova-pro-v1:0"] = new(0.80m, 3.20m),
    }.ToImmutableDictionary(StringComparer.Ordinal));

    private readonly ImmutableDictionary<string, Price> _byModel;

    private Prices(ImmutableDictionary<string, Price> byModel) => _byModel = byModel;

    /// <summary>The same and one more, which goes before a listed one.</summary>
    public Prices With(string model, Price price) => new(_byModel.SetItem(model, price));

    /// <summary>Whether the price of a model is known.</summary>
    public bool Knows(string? model) => model is not null && _byModel.ContainsKey(model);

    /// <summary>What a call cost, in US dollars; null when that is unknown.</summary>
    /// <param name="model">The model; null for several, or none that is known.</param>
    /// <param name="input">Tokens read.</param>
    /// <param name="output">Tokens written.</param>
    public decimal? Of(string? model, int? input, int? output) =>
        model is not null && _byModel.TryGetValue(model, out var price)
            ? ((input * price.Input) + (output * price.Output)) / 1_000_000
            : null;
}

/// <summary>The price of a model, in US dollars for a million tokens.</summary>
/// <param name="Input">Of tokens read.</param>
/// <param name="Output">Of tokens written.</param>
public readonly record struct Price(decimal Input, decimal Output)
{
    /// <summary>Reads <c>0.25/1.25</c>; null when it is no price.</summary>
    public static Price? Parse(string text) =>
        text.Split('/') is [var input, var output] && Dollars(input) is { } read && Dollars(output) is { } written
            ? new(read, written)
            : null;

    private static decimal? Dollars(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars)
            ? dollars
            : null;
}
