using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Local.State;

/// <summary>An asynchronous run of a flow; its id is its ARN.</summary>
internal sealed record FlowExecution : Row
{
    public required string FlowId { get; init; }

    public required string AliasId { get; init; }

    /// <summary>The version that the alias referred to: a number or DRAFT.</summary>
    public required string Version { get; init; }

    /// <summary>The members of that version.</summary>
    public required JsonElement Content { get; init; }

    /// <summary><c>Succeeded</c> or <c>Failed</c>.</summary>
    public required string Status { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The events of the flow, oldest first, in ListFlowExecutionEvents' form.</summary>
    public required ImmutableArray<JsonElement> FlowEvents { get; init; }

    /// <summary>The events of its nodes.</summary>
    public required ImmutableArray<JsonElement> NodeEvents { get; init; }

    /// <inheritdoc/>
    public override string Order => $"{Place(FlowId)}{NewestFirst(At, Id)}";

    /// <summary>The place before the runs of a flow.</summary>
    public static string Place(string flowId) => $"{flowId} ";
}
