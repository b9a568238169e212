using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Diagnostics;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Diagnostics;

/// <summary>The page of all codes is made from the messages, and keeps what it once said.</summary>
public sealed partial class CodesTests
{
    private const string Header = """
        # Problems

        Every problem has a permanent code and a place: `prompts/greeting.yaml(5,9): error PRM012: ...`. A warning may
        be allowed where it stands, with a reason: `# prompts: allow PRM031 because ...` on the line above.

        This page is made from the messages themselves, by a test.


        """;

    private static readonly string Page = Repository.Path("infra", "Problems.md");

    private static readonly string[] Live =
        [.. ProblemMethods.All.Select(problem => problem.Example.Code).Distinct()];

    [Fact]
    public void A_code_that_was_ever_listed_is_live_or_retired()
    {
        Code().Matches(File.ReadAllText(Page)).Select(match => match.Value).Distinct()
            .Except(Live).Except(Problems.Retired).Except(Codes(Header))
            .Should().BeEmpty("codes are permanent: put one that is dropped into Problems.Retired");

        RecordPage();
    }

    [Fact]
    public void A_retired_code_is_not_given_to_another_problem() =>
        Live.Intersect(Problems.Retired).Should().BeEmpty();

    private static void RecordPage() => Recorded.EqualAt(Page, Header + Table()
        + $"\nRetired, and never given to another problem: {string.Join(", ", Problems.Retired)}.\n");

    private static IEnumerable<string> Codes(string text) => Code().Matches(text).Select(match => match.Value);

    private static string Table() =>
        "| Code | | What is wrong | What to do |\n|---|---|---|---|\n" + string.Concat(ProblemMethods.All
        .GroupBy(problem => problem.Example.Code)
        .Select(same => $"| {same.Key} | {Severities(same.Select(problem => problem.Example.Severity))} "
            + $"| {Cell(same.Select(problem => problem.Summary))} | "
            + $"{Cell(same.Select(problem => Advice(problem.Example.Message)))} |\n"));

    private static string Severities(IEnumerable<Severity> severities) =>
        string.Join(", ", severities.Distinct().OrderDescending()
            .Select(severity => severity is Severity.Error ? "error" : "warning"));

    /// <summary>A message says what is wrong, then what to do;
    /// where only the file can tell, it makes a suggestion.</summary>
    private static string Advice(string message) => message.IndexOf(". ", StringComparison.Ordinal) switch
    {
        < 0 => message,
        var end when message[(end + 2)..] is ['…', ..] => "See the suggestion.",
        var end when message[(end + 2)..] is ['(', ..] => message,
        var end => message[(end + 2)..],
    };

    private static string Cell(IEnumerable<string> texts) =>
        string.Join("<br>", texts.Distinct().Select(text =>
            text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)));

    [GeneratedRegex(@"PRM\d{3}")]
    private static partial Regex Code();
}
