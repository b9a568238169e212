using Infra.Diagnostics;
using Infra.Smoke.Judging;

namespace Infra.Smoke.Reports;

/// <summary>Reports as workflow commands of GitHub Actions, which mark the lines of a pull request.</summary>
/// <remarks>
/// Format: GitHub Actions, "Workflow commands", read 2026-11-21. GitHub shows the first ten errors and ten warnings of
/// a step, so failures come first.
/// </remarks>
public static class GitHubAnnotations
{
    /// <summary>A line for everything that is not as expected, at its expectation; failures first.</summary>
    public static IEnumerable<string> Render(SmokeReport report) => report.Cases
        .SelectMany(Lines)
        .OrderBy(line => line.IsError ? 0 : 1)
        .Select(line => line.Text)
        .Distinct(StringComparer.Ordinal);

    /// <summary>Of a case that is good, what went wrong in single runs is worth no line; its warnings are.</summary>
    private static IEnumerable<(bool IsError, string Text)> Lines(CaseResult test)
    {
        var findings = test.Findings
            .Where(finding => !test.IsGood || finding.Outcome is Outcome.Warn)
            .Select(finding => Line(
                finding.Outcome is not Outcome.Warn, test, finding.At, $"{finding.Expectation}: {finding.Reason}"));
        var errors = test.Status is CaseStatus.Error
            ? test.Errors.Select(error => Line(isError: true, test, test.At, $"the call could not be made: {error}"))
            : [];
        return findings.Concat(errors);
    }

    private static (bool IsError, string Text) Line(bool isError, CaseResult test, Location at, string message) => (
        isError,
        $"::{(isError ? "error" : "warning")} file={Property(at.File)},line={at.Line},col={at.Column},"
            + $"title={Property(Excerpt.Of(test.Id.ToString()))}::{Data(Excerpt.Of(message, 500))}");

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
