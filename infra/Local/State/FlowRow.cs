using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Local.State;

/// <summary>A flow: its draft, the versions cut from it, and the aliases that point at them.</summary>
internal sealed record FlowRow : Row
{
    /// <summary>The members of CreateFlow that are kept: name, description, executionRoleArn, definition ...</summary>
    public required JsonElement Draft { get; init; }

    /// <summary><c>NotPrepared</c>, <c>Prepared</c> or <c>Failed</c>; only a prepared draft is of use.</summary>
    public required string Status { get; init; }

    /// <summary>What was found when the draft was prepared last.</summary>
    public JsonElement? Validations { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Snapshots, by number.</summary>
    public required ImmutableSortedDictionary<int, VersionRow> Versions { get; init; }

    /// <summary>The highest number ever given; numbers are not given twice.</summary>
    public int LastVersion { get; init; }

    /// <summary>By id; the test alias is not among them.</summary>
    public required ImmutableSortedDictionary<string, FlowAlias> Aliases { get; init; }

    /// <inheritdoc/>
    public override string Name => Draft.GetProperty("name").GetString()!;

    /// <inheritdoc/>
    public override string Order => NewestFirst(UpdatedAt, Id);
}

/// <summary>A name for a version of a flow.</summary>
/// <param name="Content">The members of CreateFlowAlias that are kept: name, routingConfiguration ...</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
internal sealed record FlowAlias(JsonElement Content, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>Every flow has this alias: it follows the draft.</summary>
    public const string Test = "TSTALIASID";

    /// <summary>Its name.</summary>
    public string Name => Content.GetProperty("name").GetString()!;

    /// <summary>The version it points at: a number or DRAFT.</summary>
    public string Version => Content.GetProperty("routingConfiguration")[0].GetProperty("flowVersion").GetString()!;
}
