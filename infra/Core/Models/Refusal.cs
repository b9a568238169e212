using System.Collections.Immutable;

namespace Infra.Models;

/// <summary>Why a call of a model cannot work. A closed set: what is checked and what the local Bedrock answers are the
/// same refusals in other words.</summary>
public abstract record Refusal
{
    private Refusal()
    {
    }

    /// <summary>The model answers no more.</summary>
    /// <param name="Model">The model.</param>
    /// <param name="Since">The day from which on; null when nobody said.</param>
    public sealed record Ended(Model Model, DateOnly? Since) : Refusal;

    /// <summary>The id is called through an inference profile only.</summary>
    /// <param name="Id">The model's id.</param>
    /// <param name="Profiles">The profiles that the region calls.</param>
    public sealed record ProfileNeeded(string Id, ImmutableArray<string> Profiles) : Refusal;

    /// <summary>The region does not have it.</summary>
    /// <param name="Id">The model's or the profile's id.</param>
    /// <param name="Region">The region.</param>
    /// <param name="Regions">The regions that have it.</param>
    public sealed record NotOffered(string Id, string Region, ImmutableArray<string> Regions) : Refusal;

    /// <summary>An ARN of another region.</summary>
    /// <param name="Named">The ARN's.</param>
    /// <param name="Region">The caller's.</param>
    public sealed record OtherRegion(string Named, string Region) : Refusal;

    /// <summary>An id of another endpoint of Bedrock.</summary>
    public sealed record Elsewhere(string Id) : Refusal;

    /// <summary>A parameter that the model does not take.</summary>
    /// <param name="Which">The parameter.</param>
    /// <param name="Path">Where it stands, as the model reads it.</param>
    /// <param name="Error">What the model answers: a name in <see cref="ModelErrors"/>.</param>
    public sealed record NotTaken(Parameterized Which, string Path, string Error) : Refusal;

    /// <summary>A parameter outside of the model's own range.</summary>
    /// <param name="Which">The parameter.</param>
    /// <param name="Path">Where it stands, as the model reads it.</param>
    /// <param name="Value">What it says.</param>
    /// <param name="Range">What the model takes.</param>
    public sealed record OutOfRange(Parameterized Which, string Path, decimal Value, Parameter Range) : Refusal;

    /// <summary>temperature and topP, where one of them is taken.</summary>
    public sealed record BothSamplers : Refusal;

    /// <summary>A conversation that ends with the assistant.</summary>
    /// <param name="Error">What the model answers: a name in <see cref="ModelErrors"/>.</param>
    public sealed record Prefill(string Error) : Refusal;

    /// <summary>Something said before the conversation.</summary>
    public sealed record System : Refusal;

    /// <summary>Tools.</summary>
    /// <param name="InStreams">Whether they are taken where the answer is not streamed.</param>
    public sealed record Tools(bool InStreams) : Refusal;

    /// <summary>An image.</summary>
    public sealed record Image : Refusal;

    /// <summary>A cache point.</summary>
    public sealed record CachePoint : Refusal;

    /// <summary>A longer answer than the model writes.</summary>
    /// <param name="Asked">Tokens asked for.</param>
    /// <param name="Most">Tokens it writes.</param>
    public sealed record TooLong(int Asked, int Most) : Refusal;
}

/// <summary>A parameter of inference.</summary>
public enum Parameterized
{
    /// <summary>How freely the model chooses.</summary>
    Temperature,

    /// <summary>The share of probability that is chosen from.</summary>
    TopP,

    /// <summary>How many of the likeliest words to choose from.</summary>
    TopK,

    /// <summary>Where it stops.</summary>
    StopSequences,
}
