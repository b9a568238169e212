using Infra.Smoke.Judging;

namespace Infra.Smoke.Reports;

/// <summary>What became of a case.</summary>
public enum CaseStatus
{
    /// <summary>As expected.</summary>
    Passed,

    /// <summary>As expected but for warnings.</summary>
    Warned,

    /// <summary>Left to a model to judge, and none that can tell did: says nothing about the prompt.</summary>
    Unjudged,

    /// <summary>Not as expected: the prompt, the flow, or what is deployed differs.</summary>
    Failed,

    /// <summary>An expectation depends on something unknown; it counts as a failure.</summary>
    Unknown,

    /// <summary>The call could not be made: says nothing about the prompt.</summary>
    Error,

    /// <summary>The run ended before.</summary>
    NotRun,
}

/// <summary>The words of reports.</summary>
internal static class StatusWords
{
    /// <summary>A status as reports spell it.</summary>
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

    /// <summary>An outcome as reports spell it.</summary>
    public static string Of(Outcome outcome) => outcome.ToString().ToLowerInvariant();

    /// <summary>How a run ended, as reports spell it.</summary>
    public static string Of(RunEnd end) => end.ToString().ToLowerInvariant();
}
