using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Local.State;

/// <summary>A run of a flow that nobody waited for; its id is its ARN.</summary>
internal sealed record FlowExecution : Row
{
    public required string FlowId { get; init; }

    public required string AliasId { get; init; }

    /// <summary>What the alias pointed at: a number or DRAFT.</summary>
    public required string Version { get; init; }

    /// <summary>The members of that version.</summary>
    public required JsonElement Content { get; init; }

    /// <summary><c>Succeeded</c> or <c>Failed</c>.</summary>
    public required string Status { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What happened to the flow, oldest first, as ListFlowExecutionEvents shows it.</summary>
    public required ImmutableArray<JsonElement> FlowEvents { get; init; }

    /// <summary>What happened to its nodes.</summary>
    public required ImmutableArray<JsonElement> NodeEvents { get; init; }

    /// <inheritdoc/>
    public override string Order => $"{Place(FlowId)}{NewestFirst(At, Id)}";

    /// <summary>Where those of a flow begin.</summary>
    public static string Place(string flowId) => $"{flowId} ";
}
