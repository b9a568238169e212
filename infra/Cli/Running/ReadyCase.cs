using Infra.Smoke.Cases;
using Infra.Smoke.Reports;

namespace Infra.Cli.Running;

/// <summary>A case whose target has been checked.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Planned">The case and its target.</param>
/// <param name="Check">The check of the target.</param>
/// <param name="Calls">Makes the calls.</param>
/// <param name="Model">The model, or the models of a flow; null when there is none.</param>
internal sealed record ReadyCase(
    string Stack, PlannedCase Planned, TargetCheck Check, Calls Calls, string? Model)
{
    /// <summary>Has its rubrics judged.</summary>
    public required RubricJudge Judge { get; init; }

    /// <summary>The case.</summary>
    public SmokeCase Case => Planned.Case;

    /// <summary>The result from runs; without runs, the reason.</summary>
    public CaseResult Result(IEnumerable<RunResult> runs) =>
        CaseResult.Of(new(Check.Target, Case)) with { Provenance = Check.Verdict, Runs = [.. runs] };

    /// <summary>The result of a case that is not to be called; null if it is.</summary>
    public CaseResult? Uncalled() => Check switch
    {
        { Error: { } error } => Result([RunResult.Failed(Case, error, Check.Retries)]),
        { IsSound: false } => Result([]),
        _ => null,
    };
}
