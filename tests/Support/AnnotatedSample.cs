using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Diagnostics;

namespace Infra.Tests.Support;

/// <summary>
/// A file that says under its own lines what is wrong with them: <c>#@ PRM214(23) part of the message</c>.
/// </summary>
/// <param name="Text">The file without these comments.</param>
/// <param name="Expected">What they say.</param>
internal sealed partial record AnnotatedSample(string Text, IReadOnlyList<AnnotatedSample.Expectation> Expected)
{
    public static AnnotatedSample Parse(string file)
    {
        var lines = new List<string>();
        var expected = new List<Expectation>();
        foreach (var line in file.Split('\n'))
        {
            if (Annotation().Match(line) is { Success: true } match)
            {
                expected.Add(new(
                    lines.Count,
                    match.Groups["code"].Value,
                    match.Groups["column"] is { Success: true } column
                        ? int.Parse(column.Value, CultureInfo.InvariantCulture)
                        : null,
                    match.Groups["words"].Value));
            }
            else
            {
                lines.Add(line);
            }
        }

        return new(string.Join('\n', lines), expected);
    }

    /// <summary>What was not expected, and what was expected and did not come.</summary>
    public IEnumerable<string> Differences(IEnumerable<Diagnostic> diagnostics)
    {
        var open = Expected.ToList();
        var surplus = new List<string>();
        foreach (var diagnostic in diagnostics)
        {
            var met = open.FindIndex(expectation => expectation.IsMetBy(diagnostic));
            if (met < 0)
            {
                surplus.Add($"not expected: {diagnostic}");
            }
            else
            {
                open.RemoveAt(met);
            }
        }

        return [.. surplus, .. open.Select(expectation => $"missing: {expectation}")];
    }

    [GeneratedRegex(@"^\s*#@ (?<code>PRM\d{3})(\((?<column>\d+)\))? ?(?<words>.*)$")]
    private static partial Regex Annotation();

    /// <summary>A diagnostic that the line above must have.</summary>
    internal sealed record Expectation(int Line, string Code, int? Column, string Words)
    {
        public bool IsMetBy(Diagnostic diagnostic) =>
            diagnostic.Code == Code
            && diagnostic.At.Line == Line
            && (Column is null || diagnostic.At.Column == Column)
            && diagnostic.Message.Contains(Words, StringComparison.Ordinal);
    }
}
