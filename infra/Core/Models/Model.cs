using System.Collections.Immutable;

namespace Infra.Models;

/// <summary>What is known of a foundation model. Null or empty means unknown; nothing is guessed.</summary>
public sealed record Model
{
    /// <summary>The model id, as in <c>amazon.nova-lite-v1:0</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The company that made it.</summary>
    public string? Provider { get; init; }

    /// <summary>The name that people use.</summary>
    public string? Name { get; init; }

    /// <summary>When it can be called.</summary>
    public Lifecycle Lifecycle { get; init; } = new();

    /// <summary>The model that AWS names as its successor.</summary>
    public string? Successor { get; init; }

    /// <summary>The regions that can be called with the model id itself; null when that is unknown or
    /// disputed.</summary>
    public ImmutableArray<string>? OnDemand { get; init; }

    /// <summary>The routes of its inference profiles, by the profiles' ids.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<Route>> Routes { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<Route>>.Empty;

    /// <summary>Profile ids that a catalog lists for it, though no source says for which regions.</summary>
    public ImmutableArray<string> Listed { get; init; } = [];

    /// <summary>The longest answer.</summary>
    /// <value>Tokens; the highest figure of any source.</value>
    public int? Output { get; init; }

    /// <summary>How it treats the parameters of inference.</summary>
    public Parameters Parameters { get; init; } = new();

    /// <summary>What it accepts in a request.</summary>
    public Features Features { get; init; } = new();

    /// <summary>Prices by id: a profile may cost more than the model itself.</summary>
    public ImmutableDictionary<string, Price> Prices { get; init; } = ImmutableDictionary<string, Price>.Empty;
}

/// <summary>The regions that an inference profile can be called from, and those that may answer.</summary>
/// <param name="From">Regions.</param>
/// <param name="To">Regions; empty for any region in the world.</param>
public sealed record Route(ImmutableArray<string> From, ImmutableArray<string> To);

/// <summary>What a model accepts in a request; null means unknown.</summary>
public sealed record Features
{
    /// <summary>Whether it calls tools.</summary>
    public bool? Tools { get; init; }

    /// <summary>Whether it calls tools in streamed answers.</summary>
    public bool? ToolsInStreams { get; init; }

    /// <summary>Whether it reads images.</summary>
    public bool? Images { get; init; }

    /// <summary>Whether it can cache what comes before a cache point.</summary>
    public bool? CachePoints { get; init; }

    /// <summary>The least text that is cached; AWS silently ignores a cache point after less than this.</summary>
    /// <value>Tokens; the lowest figure of any source.</value>
    public int? LeastCached { get; init; }
}
