using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.Local.State;

/// <summary>Something that exists on the server. Rows are never changed, only replaced.</summary>
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
    /// <summary>Its region, as in <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Its id, unique for its kind and region.</summary>
    public required string Id { get; init; }

    /// <summary>A second unique key, if the kind has one.</summary>
    [JsonIgnore]
    public virtual string? Name => null;

    /// <summary>Its place among the rows of its kind: unique, in ordinal order.</summary>
    [JsonIgnore]
    public virtual string Order => Id;

    /// <summary>A place in a list with the newest first.</summary>
    public static string NewestFirst(DateTimeOffset at, string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{long.MaxValue - at.UtcTicks:D19} {id}");
}

/// <summary>A prompt: its draft, and its versions.</summary>
internal sealed record PromptRow : Row
{
    /// <summary>The stored members of CreatePrompt: name, description, variants ...</summary>
    public required JsonElement Draft { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Its versions, by number.</summary>
    public required ImmutableSortedDictionary<int, VersionRow> Versions { get; init; }

    /// <summary>The highest number so far; numbers are not reused.</summary>
    public int LastVersion { get; init; }

    /// <inheritdoc/>
    public override string Name => Draft.GetProperty("name").GetString()!;

    /// <inheritdoc/>
    public override string Order => NewestFirst(UpdatedAt, Id);
}

/// <summary>An immutable version: the content of the draft at the time of its creation.</summary>
internal sealed record VersionRow(JsonElement Content, DateTimeOffset CreatedAt);

/// <summary>The tags of the resource whose ARN is the id.</summary>
internal sealed record TagSet : Row
{
    public required ImmutableSortedDictionary<string, string> Tags { get; init; }
}
