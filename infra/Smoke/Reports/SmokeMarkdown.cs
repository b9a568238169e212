using System.Text;
using Infra.Diagnostics;
using Infra.Smoke.Comparing;
using Infra.Smoke.Judging;
using Infra.Spelling;

namespace Infra.Smoke.Reports;

/// <summary>Reports as Markdown, for the summary of a CI job.</summary>
/// <remarks>
/// A model's text is shown as code on one line, so it can neither format the page nor mention anybody.
/// </remarks>
public static class SmokeMarkdown
{
    /// <summary>The longest report.</summary>
    /// <value>300,000 characters, which are at most 900,000 bytes.</value>
    /// <remarks>
    /// GitHub takes 1 MiB per job summary (GitHub Actions, "Workflow commands", read 2026-11-21); what does not fit is
    /// left out, and the report says so.
    /// </remarks>
    public const int Longest = 300_000;

    /// <summary>The report: counts, what is not as expected, then every case.</summary>
    public static string Render(SmokeReport report)
    {
        var blocks = new[]
        {
            [$"## Smoke test of {report.Stack}: {StatusWords.Of(report.End)}"],
            SmokeLines.Summary(report).Select(line => $"- {line}"),
            report.Comparison is null ? [] : ComparisonText.Lines(report.Comparison).Select(line => $"- {line.Trim()}"),
            report.Cases.SelectMany(Troubles),
            report.Cases.SelectMany(Votes),
            Table(report),
        };
        var lines = blocks
            .Select(block => block.ToArray())
            .Where(block => block.Length > 0)
            .SelectMany(block => block.Append(""));
        return Cut(lines);
    }

    private static string Cut(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length + line.Length > Longest)
            {
                return text.Append("\nThe rest is left out because the page would be too long.\n").ToString();
            }

            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Troubles(CaseResult test) =>
        test.Status is CaseStatus.Passed or CaseStatus.NotRun ? [] : test.Findings
            .Select(finding => $"  - {Place(finding.At)} {Code(finding.Expectation)}: {Code(finding.Reason)}")
            .Concat(test.Errors.Select(error => $"  - the call could not be made: {Code(error)}"))
            .Prepend($"- **{StatusWords.Of(test.Status)}** {Code(test.Id.ToString())}");

    /// <summary>The votes of judges, also on answers that pass, since a pass is only worth as much as its
    /// reason.</summary>
    private static IEnumerable<string> Votes(CaseResult test) =>
        SmokeLines.Votes(test).Select(vote => $"  - {Code(vote)}").ToArray() is { Length: > 0 } votes
            ? votes.Prepend($"- votes on {Code(test.Id.ToString())}")
            : [];

    private static IEnumerable<string> Table(SmokeReport report) => report.Cases.IsEmpty
        ? []
        : report.Cases.Select(Row).Prepend("|---|---|---|---|---|").Prepend("| | case | served | model | effort |");

    private static string Row(CaseResult test)
    {
        var model = test.Runs.Select(run => run.Answer?.Model).FirstOrDefault(model => model is not null);
        var (name, cell) = (Cell(test.Id.ToString()), model is null ? "" : Cell(model));
        return $"| {StatusWords.Of(test.Status)} | {name} | {test.Target} | {cell} | {test.Effort} |";
    }

    private static string Place(Location at) => Code($"{at.File}:{at.Line}");

    private static string Code(string text) => MarkdownText.Code(Excerpt.Of(text, 300));

    private static string Cell(string text) => MarkdownText.CodeCell(Excerpt.Of(text, 300));
}
