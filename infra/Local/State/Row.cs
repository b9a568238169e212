using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.Local.State;

/// <summary>One thing that exists on the server. Rows are never changed, only replaced.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PromptRow), "prompt")]
[JsonDerivedType(typeof(FlowRow), "flow")]
[JsonDerivedType(typeof(FlowExecution), "flow-execution")]
[JsonDerivedType(typeof(ParameterRow), "parameter")]
[JsonDerivedType(typeof(ProfileRow), "inference-profile")]
[JsonDerivedType(typeof(RoleRow), "role")]
[JsonDerivedType(typeof(ManagedPolicy), "managed-policy")]
[JsonDerivedType(typeof(PlainRow), "plain")]
[JsonDerivedType(typeof(Progress), "progress")]
[JsonDerivedType(typeof(TagSet), "tags")]
internal abstract record Row
{
    /// <summary>Where it exists, as in <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>What it is found by; unique for its kind and region.</summary>
    public required string Id { get; init; }

    /// <summary>A second key that is also unique, if the kind has one.</summary>
    [JsonIgnore]
    public virtual string? Name => null;

    /// <summary>Where it stands among the rows of its kind: unique, compared by its characters.</summary>
    [JsonIgnore]
    public virtual string Order => Id;

    /// <summary>An order in which the last one comes first.</summary>
    public static string NewestFirst(DateTimeOffset at, string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{long.MaxValue - at.UtcTicks:D19} {id}");
}

/// <summary>A prompt: its draft, and the versions cut from it.</summary>
internal sealed record PromptRow : Row
{
    /// <summary>The members of CreatePrompt that are kept: name, description, variants ...</summary>
    public required JsonElement Draft { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Snapshots, by number.</summary>
    public required ImmutableSortedDictionary<int, VersionRow> Versions { get; init; }

    /// <summary>The highest number ever given; numbers are not given twice.</summary>
    public int LastVersion { get; init; }

    /// <inheritdoc/>
    public override string Name => Draft.GetProperty("name").GetString()!;

    /// <inheritdoc/>
    public override string Order => NewestFirst(UpdatedAt, Id);
}

/// <summary>An immutable version: the content of the draft when it was cut.</summary>
internal sealed record VersionRow(JsonElement Content, DateTimeOffset CreatedAt);

/// <summary>The tags of the resource whose ARN is the id.</summary>
internal sealed record TagSet : Row
{
    public required ImmutableSortedDictionary<string, string> Tags { get; init; }
}
