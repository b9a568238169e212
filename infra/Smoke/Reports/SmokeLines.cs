using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Smoke.Judging;

namespace Infra.Smoke.Reports;

/// <summary>Reports as plain lines, for logs.</summary>
/// <remarks>No line starts with a model's text: CI systems read commands from the start of lines.</remarks>
public static class SmokeLines
{
    private const string Indentation = "        ";

    /// <summary>One line for a case, and one more for each thing that is not as expected.</summary>
    public static IEnumerable<string> Of(CaseResult test)
    {
        var facts = new[] { test.Target.ToString(), Runs(test), test.Effort }.Where(fact => fact.Length > 0);
        var name = Excerpt.Of(test.Id.ToString(), 160);
        yield return $"{StatusWords.Of(test.Status),-7} {name} ({string.Join(", ", facts)})";
        foreach (var line in Troubles(test).Concat(Votes(test)))
        {
            yield return Indentation + line;
        }
    }

    /// <summary>What is not as expected, each on a line.</summary>
    public static IEnumerable<string> Troubles(CaseResult test) => test.Findings
        .Select(finding => $"{finding.At}: {StatusWords.Of(finding.Outcome)}: {finding.Expectation}: {finding.Reason}")
        .Concat(test.Errors.Select(error => $"{test.At}: error: the call could not be made: {Excerpt.Of(error, 300)}"));

    /// <summary>The votes of judges on each run.</summary>
    public static IEnumerable<string> Votes(CaseResult test) =>
        from rubric in test.Rubrics
        from vote in rubric.Votes
        select $"{rubric.Judge} on '{Excerpt.Of(rubric.Criterion)}': {vote.Word}: {Excerpt.Of(vote.Reason)}";

    /// <summary>The last lines: why the run ended early, and the counts.</summary>
    public static ImmutableArray<string> Summary(SmokeReport report)
    {
        var retries = report.Retries.Length + report.Cases.Sum(test => test.Runs.Sum(run => run.Retries.Length));
        var repeated = retries switch { 0 => "", 1 => ", 1 call repeated", _ => $", {retries} calls repeated" };
        var counts = $"{report.Counts} ({report.Stack}, {Duration.Text(report.Duration)}{repeated})";
        return report.Stopped is null ? [counts] : [$"The run ended early: {Excerpt.Of(report.Stopped, 300)}", counts];
    }

    private static string Runs(CaseResult test)
    {
        var passed = test.Runs.Count(run => run.Outcome is Outcome.Pass or Outcome.Warn);
        return test.Rule.Runs > 1 ? $"{passed} of {test.Runs.Length} runs passed, {test.Rule.Needed} needed" : "";
    }
}
