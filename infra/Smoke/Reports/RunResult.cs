using System.Collections.Immutable;
using Infra.Smoke.Cases;
using Infra.Smoke.Judging;

namespace Infra.Smoke.Reports;

/// <summary>A run of a case; it contains no secrets.</summary>
public sealed record RunResult
{
    /// <summary>The answer; null when there is none.</summary>
    public AnswerSummary? Answer { get; init; }

    /// <summary>The verdicts of the expectations; empty when there is no answer.</summary>
    public ImmutableArray<Verdict> Verdicts { get; init; } = [];

    /// <summary>The attempts that were repeated: throttling, faults of the service or the network.</summary>
    public ImmutableArray<Retry> Retries { get; init; } = [];

    /// <summary>Why there is no answer; null when there is one. It says nothing about the prompt.</summary>
    public string? Error { get; init; }

    /// <summary>The worst outcome; null when there is no answer.</summary>
    public Outcome? Outcome => Error is not null ? null
        : Verdicts.Select(verdict => verdict.Outcome).DefaultIfEmpty(Judging.Outcome.Pass).Max();

    /// <summary>A run with an answer, judged.</summary>
    public static RunResult Of(SmokeCase test, Answer answer, ImmutableArray<Retry> retries) => new()
    {
        Answer = AnswerSummary.Of(answer, test.Question.Redaction),
        Verdicts = test.Verdicts(answer),
        Retries = Clean(retries, test.Question.Redaction),
    };

    /// <summary>A run without an answer.</summary>
    public static RunResult Failed(SmokeCase test, string error, ImmutableArray<Retry> retries) => new()
    {
        Error = test.Question.Redaction.Apply(error),
        Retries = Clean(retries, test.Question.Redaction),
    };

    private static ImmutableArray<Retry> Clean(ImmutableArray<Retry> retries, Redaction redaction) =>
        [.. retries.Select(retry => retry with { Reason = redaction.Apply(retry.Reason) })];
}

/// <summary>An attempt that was repeated.</summary>
/// <param name="Reason">What went wrong, as in <c>429 ThrottlingException</c>.</param>
/// <param name="Waited">The wait before the next attempt.</param>
public sealed record Retry(string Reason, TimeSpan Waited);
