using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Infra.Local.State;

/// <summary>A parameter; its id is its name, without a leading slash if that is the only slash.</summary>
internal sealed record ParameterRow : Row
{
    /// <summary>The name as it was given; null where it is the id.</summary>
    public string? Spelling { get; init; }

    /// <summary><c>String</c>, <c>StringList</c> or <c>SecureString</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its values by version; the last one is the current value.</summary>
    public required ImmutableSortedDictionary<long, ParameterValue> Values { get; init; }

    public required string Tier { get; init; }

    public required string DataType { get; init; }

    public string? Description { get; init; }

    public string? AllowedPattern { get; init; }

    /// <summary>Its name.</summary>
    [JsonIgnore]
    public string Spelled => Spelling ?? Id;

    /// <summary>The current version.</summary>
    [JsonIgnore]
    public long Last => Values.Keys.Last();

    /// <summary>Its place among the parameters, as a path that starts with a slash.</summary>
    public override string Order => Id[0] is '/' ? Id : $"/{Id}";

    /// <summary>The id of the parameter with a name: <c>/name</c> and <c>name</c> are the same parameter, since their
    /// ARNs are equal.</summary>
    public static string IdOf(string name) => name.LastIndexOf('/') is 0 ? name[1..] : name;
}

/// <summary>A value of a parameter, with the time at which it was set.</summary>
internal sealed record ParameterValue(string Text, DateTimeOffset At)
{
    /// <summary>The labels of this version; each is on one version only.</summary>
    public ImmutableSortedSet<string> Labels { get; init => field = value ?? []; } = [];
}
