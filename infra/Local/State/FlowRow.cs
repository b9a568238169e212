using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Local.State;

/// <summary>A flow: its draft, its versions, and the aliases that refer to them.</summary>
internal sealed record FlowRow : Row
{
    /// <summary>The stored members of CreateFlow: name, description, executionRoleArn, definition ...</summary>
    public required JsonElement Draft { get; init; }

    /// <summary><c>NotPrepared</c>, <c>Prepared</c> or <c>Failed</c>; only a prepared draft can be used.</summary>
    public required string Status { get; init; }

    /// <summary>The findings when the draft was last prepared.</summary>
    public JsonElement? Validations { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Its versions, by number.</summary>
    public required ImmutableSortedDictionary<int, VersionRow> Versions { get; init; }

    /// <summary>The highest number so far; numbers are not reused.</summary>
    public int LastVersion { get; init; }

    /// <summary>Its aliases by id, without the test alias.</summary>
    public required ImmutableSortedDictionary<string, FlowAlias> Aliases { get; init; }

    /// <inheritdoc/>
    public override string Name => Draft.GetProperty("name").GetString()!;

    /// <inheritdoc/>
    public override string Order => NewestFirst(UpdatedAt, Id);
}

/// <summary>A flow alias.</summary>
/// <param name="Content">The stored members of CreateFlowAlias: name, routingConfiguration ...</param>
/// <param name="CreatedAt">The time of its creation.</param>
/// <param name="UpdatedAt">The time of its last change.</param>
internal sealed record FlowAlias(JsonElement Content, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>The alias that every flow has, and which follows the draft.</summary>
    public const string Test = "TSTALIASID";

    /// <summary>Its name.</summary>
    public string Name => Content.GetProperty("name").GetString()!;

    /// <summary>The version that it refers to: a number or DRAFT.</summary>
    public string Version => Content.GetProperty("routingConfiguration")[0].GetProperty("flowVersion").GetString()!;
}
