using System.Collections.Immutable;
using Infra.Smoke.Json;
using Infra.Smoke.Judging;

namespace Infra.Smoke.Reports;

/// <summary>An answer for reports, without secrets.</summary>
public sealed record AnswerSummary
{
    /// <summary>The text; null if unknown.</summary>
    public string? Text { get; init; }

    /// <summary>The tool calls, as <c>name({...})</c>.</summary>
    public ImmutableArray<string> Tools { get; init; } = [];

    /// <summary>The nodes that ran, in order; empty for a prompt.</summary>
    public ImmutableArray<string> Path { get; init; } = [];

    /// <summary>The outputs of the nodes, in order; empty for a prompt, and not part of reports.</summary>
    public ImmutableArray<NodeOutput> Outputs { get; init; } = [];

    /// <inheritdoc cref="Answer.StopReason"/>
    public string? StopReason { get; init; }

    /// <inheritdoc cref="Answer.Model"/>
    public string? Model { get; init; }

    /// <inheritdoc cref="Answer.RequestId"/>
    public string? RequestId { get; init; }

    /// <inheritdoc cref="Answer.Latency"/>
    public TimeSpan? Latency { get; init; }

    /// <inheritdoc cref="Answer.Usage"/>
    public TokenUsage Usage { get; init; }

    /// <inheritdoc cref="Answer.Cost"/>
    public decimal? Cost { get; init; }

    /// <summary>The summary of an answer, without what reports must not show.</summary>
    public static AnswerSummary Of(Answer answer, Redaction redaction) => new()
    {
        Text = answer.Text is null ? null : redaction.Apply(answer.Text),
        Tools =
        [
            .. (answer.ToolCalls ?? []).Select(call => redaction.Apply($"{call.Name}({JsonText.Of(call.Input)})")),
        ],
        Path = answer.Flow?.Path ?? [],
        Outputs = answer.Flow?.Outputs ?? [],
        StopReason = answer.StopReason,
        Model = answer.Model,
        RequestId = answer.RequestId,
        Latency = answer.Latency,
        Usage = answer.Usage with { Total = answer.Usage.Sum },
        Cost = answer.Cost,
    };
}
