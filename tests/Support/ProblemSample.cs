using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Infra.Tests.Support;

/// <summary>One problem as an annotated sample shows it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Project">The folder of the project, below tests/Samples.</param>
/// <param name="Path">The file, from that folder.</param>
/// <param name="Lines">The file as it is read.</param>
/// <param name="Line">Which of the lines, from 0.</param>
/// <param name="Column">Which column, from 1.</param>
/// <param name="Said">What is reported.</param>
internal sealed partial record ProblemSample(
    string Code, string Project, string Path, ImmutableArray<string> Lines, int Line, int Column, string Said)
{
    private const string Mark = "#@";

    private static readonly Lazy<IReadOnlyDictionary<string, ProblemSample>> Clearest = new(() => ReadAll()
        .GroupBy(sample => sample.Code)
        .ToDictionary(
            same => same.Key,
            same => same.MinBy(sample => (sample.IsAside, sample.Company, sample.Twin is null))!,
            StringComparer.Ordinal));

    /// <summary>How many problems the file shows in all.</summary>
    public required int Company { get; init; }

    /// <summary>Whether the sample is about something else: allowed warnings, or included texts.</summary>
    private bool IsAside => Project.EndsWith("suppressions", StringComparison.Ordinal)
        || Path.EndsWith(".md", StringComparison.Ordinal);

    /// <summary>The lines of the sample's sound twin, <c>...-near.yaml</c>; null where there is none.</summary>
    public ImmutableArray<string>? Twin =>
        Repository.Path("tests", "Samples", Project, Path.Replace(".yaml", "-near.yaml", StringComparison.Ordinal))
            is var twin && !Path.EndsWith("-near.yaml", StringComparison.Ordinal)
            && twin.EndsWith("-near.yaml", StringComparison.Ordinal) && File.Exists(twin)
            ? Stripped(File.ReadAllText(twin)) : null;

    /// <summary>The sample that shows a code with the least around it; null for a code without one.</summary>
    public static ProblemSample? Of(string code) => Clearest.Value.GetValueOrDefault(code);

    private static IEnumerable<ProblemSample> ReadAll() =>
        from project in Directory.EnumerateDirectories(Repository.Path("tests", "Samples", "broken")).Order()
        from file in Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
        from sample in Read(
            $"broken/{System.IO.Path.GetFileName(project)}",
            System.IO.Path.GetRelativePath(project, file).Replace('\\', '/'),
            File.ReadAllText(file))
        select sample;

    private static IEnumerable<ProblemSample> Read(string project, string path, string text)
    {
        var (lines, line) = (Stripped(text), -1);
        var all = text.Split('\n');
        foreach (var written in all)
        {
            if (!written.StartsWith(Mark, StringComparison.Ordinal))
            {
                line++;
            }
            else if (Annotation().Match(written) is { Success: true } found)
            {
                var column = found.Groups[1].Value is { Length: > 0 } number
                    ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)
                    : found.Groups[2].Index + 1;
                yield return new(
                    found.Groups[4].Value, project, path, lines, Math.Max(0, line), column, found.Groups[3].Value)
                {
                    Company = all.Count(each => each.StartsWith(Mark, StringComparison.Ordinal)),
                };
            }
        }
    }

    private static ImmutableArray<string> Stripped(string text) => [.. AnnotatedText.Strip(text).Split('\n')];

    [GeneratedRegex(@"^#@(?:(\d)| *(\^)) ((?:error|warning) (PRM\d{3}): .*)$")]
    private static partial Regex Annotation();
}
