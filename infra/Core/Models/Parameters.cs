using System.Collections.Immutable;

namespace Infra.Models;

/// <summary>How a model treats the parameters of inference; null means unknown.</summary>
public sealed record Parameters
{
    /// <summary>How random its choice of words is.</summary>
    public Parameter? Temperature { get; init; }

    /// <summary>The share of probability that words are chosen from.</summary>
    public Parameter? TopP { get; init; }

    /// <summary>How many of the likeliest words it chooses from.</summary>
    public Parameter? TopK { get; init; }

    /// <summary>The texts at which it stops.</summary>
    public Parameter? StopSequences { get; init; }

    /// <summary>The system text.</summary>
    public Parameter? System { get; init; }

    /// <summary>Whether temperature and topP may both be given.</summary>
    public bool? BothSamplers { get; init; }

    /// <summary>A conversation whose last message is the assistant's.</summary>
    public Parameter? Prefill { get; init; }
}

/// <summary>How a model treats one parameter.</summary>
/// <param name="IsTaken">Whether the model accepts it.</param>
public sealed record Parameter(bool IsTaken)
{
    /// <summary>The one value that is accepted although the parameter is not.</summary>
    public decimal? Except { get; init; }

    /// <summary>The least value.</summary>
    public decimal? Least { get; init; }

    /// <summary>The value that it must exceed.</summary>
    public decimal? Above { get; init; }

    /// <summary>The greatest value; for stop sequences, the greatest number of them.</summary>
    public decimal? Most { get; init; }

    /// <summary>The error when the model does not accept it: a name in <see cref="ModelErrors"/>.</summary>
    public string? Error { get; init; }

    /// <summary>Its keys in <c>additionalModelRequestFields</c>, from the outermost; empty for a field of Bedrock's
    /// own.</summary>
    public ImmutableArray<string> Path { get; init; } = [];

    /// <summary>Whether a value is in the model's range.</summary>
    public bool Holds(decimal value) =>
        (Least is not { } least || value >= least)
        && (Above is not { } above || value > above)
        && (Most is not { } most || value <= most);
}
