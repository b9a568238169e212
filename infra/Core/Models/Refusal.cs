using System.Collections.Immutable;

namespace Infra.Models;

/// <summary>Why a call of a model fails. The set of cases is closed: validation and the local Bedrock report the same
/// cases, each in its own words.</summary>
public abstract record Refusal
{
    private Refusal()
    {
    }

    /// <summary>The model has been shut down.</summary>
    /// <param name="Model">The model.</param>
    /// <param name="Since">Since when; null when no source says.</param>
    public sealed record Ended(Model Model, DateOnly? Since) : Refusal;

    /// <summary>The model can only be called through an inference profile.</summary>
    /// <param name="Id">The model's id.</param>
    /// <param name="Profiles">The profiles that can be called from the region.</param>
    public sealed record ProfileNeeded(string Id, ImmutableArray<string> Profiles) : Refusal;

    /// <summary>The region does not offer the model.</summary>
    /// <param name="Id">The model's or the profile's id.</param>
    /// <param name="Region">The region.</param>
    /// <param name="Regions">The regions that offer it.</param>
    public sealed record NotOffered(string Id, string Region, ImmutableArray<string> Regions) : Refusal;

    /// <summary>An ARN of another region.</summary>
    /// <param name="Named">The ARN's region.</param>
    /// <param name="Region">The caller's region.</param>
    public sealed record OtherRegion(string Named, string Region) : Refusal;

    /// <summary>An id of another endpoint of Bedrock.</summary>
    public sealed record Elsewhere(string Id) : Refusal;

    /// <summary>A parameter that the model does not accept.</summary>
    /// <param name="Which">The parameter.</param>
    /// <param name="Path">Its path in the model's own request.</param>
    /// <param name="Error">The error: a name in <see cref="ModelErrors"/>.</param>
    public sealed record NotTaken(Parameterized Which, string Path, string Error) : Refusal;

    /// <summary>A parameter outside the model's own range.</summary>
    /// <param name="Which">The parameter.</param>
    /// <param name="Path">Its path in the model's own request.</param>
    /// <param name="Value">The value given.</param>
    /// <param name="Range">The range that the model accepts.</param>
    public sealed record OutOfRange(Parameterized Which, string Path, decimal Value, Parameter Range) : Refusal;

    /// <summary>Both temperature and topP, where the model accepts only one.</summary>
    public sealed record BothSamplers : Refusal;

    /// <summary>A conversation whose last message is the assistant's.</summary>
    /// <param name="Error">The error: a name in <see cref="ModelErrors"/>.</param>
    public sealed record Prefill(string Error) : Refusal;

    /// <summary>A system text, where the model accepts none.</summary>
    public sealed record System : Refusal;

    /// <summary>Tools, where the model accepts none.</summary>
    /// <param name="InStreams">Whether only streamed answers exclude them.</param>
    public sealed record Tools(bool InStreams) : Refusal;

    /// <summary>An image, where the model accepts none.</summary>
    public sealed record Image : Refusal;

    /// <summary>A cache point, where the model accepts none.</summary>
    public sealed record CachePoint : Refusal;

    /// <summary>A longer answer than the model can write.</summary>
    /// <param name="Asked">Tokens requested.</param>
    /// <param name="Most">The most tokens that it writes.</param>
    public sealed record TooLong(int Asked, int Most) : Refusal;
}

/// <summary>A parameter of inference.</summary>
public enum Parameterized
{
    /// <summary>How random the choice of words is.</summary>
    Temperature,

    /// <summary>The share of probability that words are chosen from.</summary>
    TopP,

    /// <summary>How many of the likeliest words are chosen from.</summary>
    TopK,

    /// <summary>The texts at which the model stops.</summary>
    StopSequences,
}
