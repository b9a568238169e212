using Infra.Smoke.Judging;

namespace Infra.Smoke.Reports;

/// <summary>The status of a case.</summary>
public enum CaseStatus
{
    /// <summary>As expected.</summary>
    Passed,

    /// <summary>As expected, except for warnings.</summary>
    Warned,

    /// <summary>It needs a judge, and none could decide: this says nothing about the prompt.</summary>
    Unjudged,

    /// <summary>Not as expected: the answer, the flow's path, or the deployed content differs.</summary>
    Failed,

    /// <summary>An expectation depends on something unknown; this counts as a failure.</summary>
    Unknown,

    /// <summary>The call could not be made: this says nothing about the prompt.</summary>
    Error,

    /// <summary>The run ended before this case.</summary>
    NotRun,
}

/// <summary>The words of reports.</summary>
internal static class StatusWords
{
    /// <summary>A status as written in reports.</summary>
    public static string Of(CaseStatus status) => status switch
    {
        CaseStatus.Passed => "passed",
        CaseStatus.Warned => "warned",
        CaseStatus.Unjudged => "unjudged",
        CaseStatus.Failed => "failed",
        CaseStatus.Unknown => "unknown",
        CaseStatus.Error => "error",
        CaseStatus.NotRun => "not run",
    };

    /// <summary>An outcome as written in reports.</summary>
    public static string Of(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    /// <summary>The end of a run as written in reports.</summary>
    public static string Of(RunEnd end) => end.ToString().ToLowerInvariant();
}
