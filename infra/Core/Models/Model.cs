using System.Collections.Immutable;

namespace Infra.Models;

/// <summary>What is known of a foundation model. What is null or empty is unknown, and never guessed at.</summary>
public sealed record Model
{
    /// <summary>Its own id, as in <c>amazon.nova-lite-v1:0</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Who made it.</summary>
    public string? Provider { get; init; }

    /// <summary>How people call it.</summary>
    public string? Name { get; init; }

    /// <summary>From when until when it answers.</summary>
    public Lifecycle Lifecycle { get; init; } = new();

    /// <summary>The model that AWS names to follow it.</summary>
    public string? Successor { get; init; }

    /// <summary>The regions that take its own id; null when that is unknown or disputed.</summary>
    public ImmutableArray<string>? OnDemand { get; init; }

    /// <summary>Where its inference profiles lead, by their ids.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Route>> Routes { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<Route>>.Empty;

    /// <summary>Ids that a catalogue lists for it, though nobody said for which regions.</summary>
    public ImmutableArray<string> Listed { get; init; } = [];

    /// <summary>The longest answer.</summary>
    /// <value>Tokens; the most that any source grants.</value>
    public int? Output { get; init; }

    /// <summary>What it makes of the parameters of inference.</summary>
    public Parameters Parameters { get; init; } = new();

    /// <summary>What it can be sent.</summary>
    public Features Features { get; init; } = new();

    /// <summary>Prices by id: a profile may cost more than the model in one region.</summary>
    public ImmutableDictionary<string, Price> Prices { get; init; } = ImmutableDictionary<string, Price>.Empty;
}

/// <summary>From where a profile can be called, and where it may be answered.</summary>
/// <param name="From">Regions.</param>
/// <param name="To">Regions; none for anywhere in the world.</param>
public sealed record Route(ImmutableArray<string> From, ImmutableArray<string> To);

/// <summary>What a model can be sent; null is unknown.</summary>
public sealed record Features
{
    /// <summary>Whether it calls tools.</summary>
    public bool? Tools { get; init; }

    /// <summary>Whether it calls tools where its answer is streamed.</summary>
    public bool? ToolsInStreams { get; init; }

    /// <summary>Whether it reads images.</summary>
    public bool? Images { get; init; }

    /// <summary>Whether what stands before a cache point may be cached.</summary>
    public bool? CachePoints { get; init; }

    /// <summary>The least that is cached; AWS silently ignores a cache point before that.</summary>
    /// <value>Tokens; the least that any source names.</value>
    public int? LeastCached { get; init; }
}
