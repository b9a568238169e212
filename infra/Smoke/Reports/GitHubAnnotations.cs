using Infra.Diagnostics;
using Infra.Smoke.Judging;
using Infra.Spelling;

namespace Infra.Smoke.Reports;

/// <summary>Reports as workflow commands of GitHub Actions, which annotate the lines of a pull request.</summary>
/// <remarks>
/// GitHub shows the first ten errors and ten warnings of a step, so failures come first.
/// </remarks>
public static class GitHubAnnotations
{
    /// <summary>A line for everything that is not as expected, at the place of its expectation; failures
    /// first.</summary>
    public static IEnumerable<string> Render(SmokeReport report) => report.Cases
        .SelectMany(Lines)
        .OrderBy(line => line.IsError ? 0 : 1)
        .Select(line => line.Text)
        .Distinct(StringComparer.Ordinal);

    /// <summary>The lines for a case; if it passed, its warnings are reported, but not failures of single
    /// runs.</summary>
    private static IEnumerable<(bool IsError, string Text)> Lines(CaseResult test)
    {
        var findings = test.Findings
            .Where(finding => !test.IsGood || finding.Outcome is Outcome.Warn)
            .Select(finding => Line(
                finding.Outcome is not (Outcome.Warn or Outcome.Unjudged),
                test,
                finding.At,
                $"{finding.Expectation}: {finding.Reason}"));
        var errors = test.Status is CaseStatus.Error
            ? test.Errors.Select(error => Line(isError: true, test, test.At, $"the call could not be made: {error}"))
            : [];
        return findings.Concat(errors);
    }

    private static (bool IsError, string Text) Line(bool isError, CaseResult test, Location at, string message) => (
        isError,
        WorkflowCommand.Line(
            isError ? "error" : "warning",
            [("file", at.File), ("line", $"{at.Line}"), ("col", $"{at.Column}"), ("title", Excerpt.Of($"{test.Id}"))],
            Excerpt.Of(message, 500)));
}
