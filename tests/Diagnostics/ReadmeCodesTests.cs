using Infra.Diagnostics;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Diagnostics;

public sealed class ReadmeCodesTests
{
    private const string Start = "<!-- codes -->\n";
    private const string End = "<!-- /codes -->";

    [Fact]
    public void The_readme_lists_every_code()
    {
        var path = Repository.Path("README.md");
        var readme = File.Exists(path) ? File.ReadAllText(path) : $"{Start}{End}\n";
        var (start, end) =
            (readme.IndexOf(Start, StringComparison.Ordinal), readme.IndexOf(End, StringComparison.Ordinal));
        Assert.True(start >= 0 && end > start, $"README.md has no section between {Start.Trim()} and {End}.");

        Recorded.EqualAt(path, readme[..(start + Start.Length)] + Table() + readme[end..]);
    }

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
}
