using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Infra.Local.State;

/// <summary>A parameter of the Systems Manager; its id is its name, without a slash that is its only one.</summary>
internal sealed record ParameterRow : Row
{
    /// <summary>The name as it was created; null where it is the id.</summary>
    public string? Spelling { get; init; }

    /// <summary><c>String</c>, <c>StringList</c> or <c>SecureString</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its values by version; the last is current.</summary>
    public required ImmutableSortedDictionary<long, ParameterValue> Values { get; init; }

    public required string Tier { get; init; }

    public required string DataType { get; init; }

    public string? Description { get; init; }

    public string? AllowedPattern { get; init; }

    /// <summary>Its name.</summary>
    [JsonIgnore]
    public string Spelled => Spelling ?? Id;

    /// <summary>The version that is current.</summary>
    [JsonIgnore]
    public long Last => Values.Keys.Last();

    /// <summary>Among the others as a path: all begin with a slash here.</summary>
    public override string Order => Id[0] is '/' ? Id : $"/{Id}";

    /// <summary>The id of the parameter with a name: <c>/name</c> and <c>name</c> are one, as their ARNs are.</summary>
    public static string IdOf(string name) => name.LastIndexOf('/') is 0 ? name[1..] : name;
}

/// <summary>What a parameter was given at a time.</summary>
internal sealed record ParameterValue(string Text, DateTimeOffset At)
{
    /// <summary>Names for this version; another version of the parameter has others.</summary>
    public ImmutableSortedSet<string> Labels { get; init => field = value ?? []; } = [];
}
