using System.Collections.Immutable;
using System.Globalization;
using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Smoke.Cases;
using Infra.Smoke.Judging;
using Infra.Smoke.Rubrics;

namespace Infra.Smoke.Reports;

/// <summary>A case after its runs; nothing in it shows a secret.</summary>
public sealed record CaseResult
{
    /// <summary>What names the case.</summary>
    public required CaseId Id { get; init; }

    /// <summary>Where the file states it.</summary>
    public required Location At { get; init; }

    /// <summary>What it was run against.</summary>
    public required SmokeTarget Target { get; init; }

    /// <summary>How many runs had to pass.</summary>
    public required PassRule Rule { get; init; }

    /// <summary>Whether what is deployed is what the repository says; null when it was not compared.</summary>
    public Verdict? Provenance { get; init; }

    /// <summary>The runs, in order; none when the case was not run.</summary>
    public ImmutableArray<RunResult> Runs { get; init; } = [];

    /// <summary>What became of it. What is deployed comes first: an answer of something else proves nothing.</summary>
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

    /// <summary>Whether it is as expected, warnings aside.</summary>
    public bool IsGood => Status is CaseStatus.Passed or CaseStatus.Warned;

    /// <summary>Every verdict that is not a pass, each once, the worst first.</summary>
    public IEnumerable<Verdict> Findings => Runs
        .SelectMany(run => run.Verdicts)
        .Concat(Provenance is null ? [] : [Provenance])
        .Where(verdict => verdict.Outcome is not Outcome.Pass)
        .Distinct()
        .OrderByDescending(verdict => verdict.Outcome);

    /// <summary>What models that judge made of the runs, in order.</summary>
    public IEnumerable<JudgedRubric> Rubrics =>
        Runs.SelectMany(run => run.Verdicts).SelectMany(verdict => verdict.Rubrics);

    /// <summary>Why runs got no answer, each reason once.</summary>
    public IEnumerable<string> Errors =>
        Runs.Select(run => run.Error).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>How long the successful calls took together; null when none is known.</summary>
    public TimeSpan? Latency => Sum(run => run.Answer?.Latency?.Ticks) is { } ticks ? TimeSpan.FromTicks(ticks) : null;

    /// <summary>The tokens of all runs; null when none are known.</summary>
    public long? Tokens => Sum(run => run.Answer?.Usage.Sum);

    /// <summary>How long a successful call took on average; null when none is known.</summary>
    public TimeSpan? MeanLatency => Latency / Runs.Count(run => run.Answer?.Latency is not null);

    /// <summary>The tokens of a run on average; null when none are known.</summary>
    public double? MeanTokens => (double?)Tokens / Runs.Count(run => run.Answer?.Usage.Sum is not null);

    /// <summary>How long and how much, as far as it is known: <c>1.24s, 230 tokens</c>.</summary>
    public string Effort => string.Join(", ", new[]
    {
        Latency is { } latency ? Duration.Text(latency) : null,
        Tokens is { } tokens ? string.Create(CultureInfo.InvariantCulture, $"{tokens:N0} tokens") : null,
    }.OfType<string>());

    /// <summary>A case before its runs.</summary>
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
