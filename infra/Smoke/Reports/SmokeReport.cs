using System.Collections.Immutable;
using Infra.Smoke.Comparing;

namespace Infra.Smoke.Reports;

/// <summary>How a whole run ended; decides the exit code.</summary>
public enum RunEnd
{
    /// <summary>Everything that was asked for was run and is as expected.</summary>
    Passed,

    /// <summary>
    /// Something is not as expected, whatever else could not be finished: an outage does not excuse it.
    /// </summary>
    Failed,

    /// <summary>Nothing is known to be wrong, but something could not be run, or nothing was selected.</summary>
    Unfinished,
}

/// <summary>A whole run: what every renderer is given.</summary>
public sealed record SmokeReport
{
    /// <summary>The stack.</summary>
    public required string Stack { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Every selected case, in the order of the plan.</summary>
    public required ImmutableArray<CaseResult> Cases { get; init; }

    /// <summary>What was tried again before the cases: aliases, and what is deployed.</summary>
    public ImmutableArray<Retry> Retries { get; init; } = [];

    /// <summary>Why it ended before all cases were run; null when it did not.</summary>
    public string? Stopped { get; init; }

    /// <summary>How it compares with another stack; null when it was not compared.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>Whether warnings, and what nobody judged, count as failures: <c>--strict</c>.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether a run without cases is as good as passed: <c>--allow-empty</c>.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>How it ended.</summary>
    public RunEnd End
    {
        get
        {
            var failed = Count(CaseStatus.Failed) + Count(CaseStatus.Unknown)
                + (Strict ? Count(CaseStatus.Warned) + Count(CaseStatus.Unjudged) : 0);
            var open = Count(CaseStatus.Error) + Count(CaseStatus.NotRun);
            return failed > 0 || Comparison is { Conclusion: Conclusion.Worse } ? RunEnd.Failed
                : open > 0 || Stopped is not null || (Cases.IsEmpty && !AllowEmpty) ? RunEnd.Unfinished
                : RunEnd.Passed;
        }
    }

    /// <summary><c>12 cases: 10 passed, 2 failed</c>; a status without a case is left out.</summary>
    public string Counts
    {
        get
        {
            var counts = Enum.GetValues<CaseStatus>()
                .Where(status => Count(status) > 0)
                .Select(status => $"{Count(status)} {StatusWords.Of(status)}");
            return Cases.IsEmpty
                ? "No case was selected"
                : $"{Cases.Length} {(Cases.Length == 1 ? "case" : "cases")}: {string.Join(", ", counts)}";
        }
    }

    /// <summary>How many cases have a status.</summary>
    public int Count(CaseStatus status) => Cases.Count(test => test.Status == status);
}
