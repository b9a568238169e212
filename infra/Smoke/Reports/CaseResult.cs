using System.Collections.Immutable;
using System.Globalization;
using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Smoke.Cases;
using Infra.Smoke.Judging;
using Infra.Smoke.Rubrics;

namespace Infra.Smoke.Reports;

/// <summary>A case with its runs; it contains no secrets.</summary>
public sealed record CaseResult
{
    /// <summary>The case's id.</summary>
    public required CaseId Id { get; init; }

    /// <summary>Its place in the file.</summary>
    public required Location At { get; init; }

    /// <summary>Its target.</summary>
    public required SmokeTarget Target { get; init; }

    /// <summary>How many runs had to pass.</summary>
    public required PassRule Rule { get; init; }

    /// <summary>Whether the deployed content is the repository's; null when it was not compared.</summary>
    public Verdict? Provenance { get; init; }

    /// <summary>The runs, in order; empty when the case was not run.</summary>
    public ImmutableArray<RunResult> Runs { get; init; } = [];

    /// <summary>The status of the case. The deployed content comes first: an answer from other content proves
    /// nothing.</summary>
    public CaseStatus Status => Provenance switch
    {
        { Outcome: Outcome.Fail } => CaseStatus.Failed,
        { Outcome: Outcome.Unknown } => CaseStatus.Unknown,
        _ when Runs.IsEmpty => CaseStatus.NotRun,
        _ => Rule.Of([.. Runs.Select(run => run.Outcome)]) switch
        {
            Outcome.Pass => Provenance is { Outcome: Outcome.Warn } ? CaseStatus.Warned : CaseStatus.Passed,
            Outcome.Warn => CaseStatus.Warned,
            Outcome.Unjudged => CaseStatus.Unjudged,
            Outcome.Unknown => CaseStatus.Unknown,
            Outcome.Fail => CaseStatus.Failed,
            null => CaseStatus.Error,
        },
    };

    /// <summary>Whether it passed, possibly with warnings.</summary>
    public bool IsGood => Status is CaseStatus.Passed or CaseStatus.Warned;

    /// <summary>Every verdict that is not a pass, without duplicates, the worst first.</summary>
    public IEnumerable<Verdict> Findings => Runs
        .SelectMany(run => run.Verdicts)
        .Concat(Provenance is null ? [] : [Provenance])
        .Where(verdict => verdict.Outcome is not Outcome.Pass)
        .Distinct()
        .OrderByDescending(verdict => verdict.Outcome);

    /// <summary>The judge's votes on the runs, in order.</summary>
    public IEnumerable<JudgedRubric> Rubrics =>
        Runs.SelectMany(run => run.Verdicts).SelectMany(verdict => verdict.Rubrics);

    /// <summary>The reasons why runs got no answer, without duplicates.</summary>
    public IEnumerable<string> Errors =>
        Runs.Select(run => run.Error).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>The duration of all successful calls together; null when none is known.</summary>
    public TimeSpan? Latency => Sum(run => run.Answer?.Latency?.Ticks) is { } ticks ? TimeSpan.FromTicks(ticks) : null;

    /// <summary>The tokens of all runs; null when none are known.</summary>
    public long? Tokens => Sum(run => run.Answer?.Usage.Sum);

    /// <summary>The mean duration of a successful call; null when none is known.</summary>
    public TimeSpan? MeanLatency => Latency / Runs.Count(run => run.Answer?.Latency is not null);

    /// <summary>The mean number of tokens of a run; null when none are known.</summary>
    public double? MeanTokens => (double?)Tokens / Runs.Count(run => run.Answer?.Usage.Sum is not null);

    /// <summary>Duration and tokens, as far as they are known, as in <c>1.24s, 230 tokens</c>.</summary>
    public string Effort => string.Join(", ", new[]
    {
        Latency is { } latency ? Duration.Text(latency) : null,
        Tokens is { } tokens ? string.Create(CultureInfo.InvariantCulture, $"{tokens:N0} tokens") : null,
    }.OfType<string>());

    /// <summary>The result of a case that has not been run.</summary>
    public static CaseResult Of(PlannedCase planned) => new()
    {
        Id = planned.Case.Id,
        At = planned.Case.Name.At,
        Target = planned.Target,
        Rule = planned.Case.Runs,
    };

    private long? Sum(Func<RunResult, long?> measure) =>
        Runs.Select(measure).OfType<long>().ToArray() is { Length: > 0 } known ? known.Sum() : null;
}
