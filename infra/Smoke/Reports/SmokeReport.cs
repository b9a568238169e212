using System.Collections.Immutable;
using Infra.Smoke.Comparing;

namespace Infra.Smoke.Reports;

/// <summary>The end of a whole run, which decides the exit code.</summary>
public enum RunEnd
{
    /// <summary>Everything selected was run and is as expected.</summary>
    Passed,

    /// <summary>Something is not as expected, even if other cases could not be finished.</summary>
    Failed,

    /// <summary>Nothing is known to be wrong, but something could not be run, or nothing was selected.</summary>
    Unfinished,
}

/// <summary>A whole run, from which all reports are rendered.</summary>
public sealed record SmokeReport
{
    /// <summary>The stack.</summary>
    public required string Stack { get; init; }

    /// <summary>The start.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The duration.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Every selected case, in the order of the plan.</summary>
    public required ImmutableArray<CaseResult> Cases { get; init; }

    /// <summary>Attempts that were repeated before the cases: reading aliases and deployed content.</summary>
    public ImmutableArray<Retry> Retries { get; init; } = [];

    /// <summary>Why it ended before all cases had been run; null when it did not.</summary>
    public string? Stopped { get; init; }

    /// <summary>The comparison with another stack; null for none.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>Whether warnings and unjudged cases count as failures: <c>--strict</c>.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether a run without cases counts as passed: <c>--allow-empty</c>.</summary>
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
