using System.Collections.Immutable;

namespace Infra.Models;

/// <summary>What a model makes of the parameters of inference; null is unknown.</summary>
public sealed record Parameters
{
    /// <summary>How freely it chooses.</summary>
    public Parameter? Temperature { get; init; }

    /// <summary>The share of probability that is chosen from.</summary>
    public Parameter? TopP { get; init; }

    /// <summary>How many of the likeliest words to choose from.</summary>
    public Parameter? TopK { get; init; }

    /// <summary>Where it stops.</summary>
    public Parameter? StopSequences { get; init; }

    /// <summary>What it is told before the conversation.</summary>
    public Parameter? System { get; init; }

    /// <summary>Whether temperature and topP may stand together.</summary>
    public bool? BothSamplers { get; init; }

    /// <summary>A conversation that ends with the assistant.</summary>
    public Parameter? Prefill { get; init; }
}

/// <summary>What a model makes of one parameter.</summary>
/// <param name="IsTaken">Whether it takes it.</param>
public sealed record Parameter(bool IsTaken)
{
    /// <summary>The one value that is taken though others are not.</summary>
    public decimal? Except { get; init; }

    /// <summary>The least value.</summary>
    public decimal? Least { get; init; }

    /// <summary>The value it must be above.</summary>
    public decimal? Above { get; init; }

    /// <summary>The greatest value; of stop sequences, how many.</summary>
    public decimal? Most { get; init; }

    /// <summary>What the model answers to it where it is not taken: a name in <see cref="ModelErrors"/>.</summary>
    public string? Error { get; init; }

    /// <summary>Where it stands in <c>additionalModelRequestFields</c>, outermost key first;
    /// none for a field of Bedrock's own.</summary>
    public ImmutableArray<string> Path { get; init; } = [];

    /// <summary>Whether a value is within the model's own range.</summary>
    public bool Holds(decimal value) =>
        (Least is not { } least || value >= least)
        && (Above is not { } above || value > above)
        && (Most is not { } most || value <= most);
}
