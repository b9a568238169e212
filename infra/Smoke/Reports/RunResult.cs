using System.Collections.Immutable;
using Infra.Smoke.Cases;
using Infra.Smoke.Judging;

namespace Infra.Smoke.Reports;

/// <summary>One run of a case; nothing in it shows a secret.</summary>
public sealed record RunResult
{
    /// <summary>What came back; null when nothing did.</summary>
    public AnswerSummary? Answer { get; init; }

    /// <summary>What became of the expectations; none when nothing came back.</summary>
    public ImmutableArray<Verdict> Verdicts { get; init; } = [];

    /// <summary>What was tried again before: throttling, faults of the service or the network.</summary>
    public ImmutableArray<Retry> Retries { get; init; } = [];

    /// <summary>Why nothing came back; null when something did. It says nothing about the prompt.</summary>
    public string? Error { get; init; }

    /// <summary>The worst verdict; null when nothing came back.</summary>
    public Outcome? Outcome => Error is not null ? null
        : Verdicts.Select(verdict => verdict.Outcome).DefaultIfEmpty(Judging.Outcome.Pass).Max();

    /// <summary>A run that got an answer, judged.</summary>
    public static RunResult Of(SmokeCase test, Answer answer, ImmutableArray<Retry> retries) => new()
    {
        Answer = AnswerSummary.Of(answer, test.Question.Redaction),
        Verdicts = test.Verdicts(answer),
        Retries = Clean(retries, test.Question.Redaction),
    };

    /// <summary>A run that got none.</summary>
    public static RunResult Failed(SmokeCase test, string error, ImmutableArray<Retry> retries) => new()
    {
        Error = test.Question.Redaction.Apply(error),
        Retries = Clean(retries, test.Question.Redaction),
    };

    private static ImmutableArray<Retry> Clean(ImmutableArray<Retry> retries, Redaction redaction) =>
        [.. retries.Select(retry => retry with { Reason = redaction.Apply(retry.Reason) })];
}

/// <summary>An attempt that was made again.</summary>
/// <param name="Reason">What went wrong, as in <c>429 ThrottlingException</c>.</param>
/// <param name="Waited">How long was waited before the next attempt.</param>
public sealed record Retry(string Reason, TimeSpan Waited);
