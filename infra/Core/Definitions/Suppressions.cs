using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>Comments such as <c># prompts: allow PRM031 because ...</c>, which suppress a warning on the next
/// line.</summary>
/// <remarks>
/// A comment covers the next line and, if a block starts there, the whole block: inside <c>text: |</c> there is no line
/// for a comment. Errors cannot be suppressed. A comment without a reason is PRM090.
/// </remarks>
public static partial class Suppressions
{
    private const string Opening = "# prompts:";

    /// <summary>The diagnostics without the warnings that comments in their files suppress.</summary>
    public static ImmutableArray<Diagnostic> Apply(ISourceTree tree, IReadOnlyCollection<Diagnostic> diagnostics)
    {
        var allowed = diagnostics
            .Where(diagnostic => diagnostic.Severity is Severity.Warning)
            .Select(diagnostic => diagnostic.At.File)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(file => Allowed(file, tree))
            .ToLookup(range => (range.File, range.Code));
        return
        [
            .. diagnostics.Where(diagnostic => diagnostic.Severity is Severity.Error
                || !allowed[(diagnostic.At.File, diagnostic.Code)].Any(range => range.Covers(diagnostic))),
        ];
    }

    /// <summary>Whether a comment anywhere in a warning's file allows it, for warnings that do not know their
    /// line.</summary>
    public static bool AllowSomewhere(ISourceTree tree, Diagnostic diagnostic) =>
        diagnostic.Severity is Severity.Warning
        && Allowed(diagnostic.At.File, tree).Any(range => range.Code == diagnostic.Code);

    /// <summary>Reports comments that are meant to suppress a warning but lack the code or the reason
    /// (PRM090).</summary>
    /// <param name="source">The file.</param>
    /// <param name="root">What was read from it, to tell comments from lines of a text.</param>
    /// <param name="report">Collects the problems.</param>
    public static void Report(SourceText source, YamlNode? root, ICollection<Diagnostic> report)
    {
        foreach (var (line, index) in Comments(source.Text).Where(comment => !Comment().IsMatch(comment.Line)))
        {
            var at = new Location(source.File, index + 1, line.IndexOf('#', StringComparison.Ordinal) + 1);
            if (!Scalars(root).Any(scalar => Spans(scalar, at)))
            {
                report.Add(Problems.SuppressionNeedsReason(at));
            }
        }
    }

    private static IEnumerable<YamlNode.Scalar> Scalars(YamlNode? node) => node switch
    {
        YamlNode.Scalar scalar => [scalar],
        YamlNode.Sequence sequence => sequence.Items.SelectMany(Scalars),
        YamlNode.Mapping mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Value)),
        _ => [],
    };

    private static bool Spans(YamlNode.Scalar scalar, Location at) =>
        scalar.At.Line < at.Line && scalar.Source.Source.LocationOf(scalar.Source.End) > at;

    private static IEnumerable<Range> Allowed(string file, ISourceTree tree)
    {
        var text = file.EndsWith(".yaml", StringComparison.Ordinal)
            ? SourceText.Decode(file, tree.Read(file) ?? [], [])?.Text ?? ""
            : "";
        var comments = Comments(text)
            .Select(comment => (Match: Comment().Match(comment.Line), comment.Index))
            .Where(comment => comment.Match.Success)
            .ToArray();
        if (comments.Length == 0)
        {
            return [];
        }

        var lines = text.Split('\n');
        return comments
            .Select(comment => (comment.Match, comment.Index, Next: NextLine(lines, comment.Index + 1)))
            .Select(comment => new Range(
                file, comment.Index + 1, LastLine(lines, comment.Next) + 1, comment.Match.Groups["code"].Value));
    }

    private static IEnumerable<(string Line, int Index)> Comments(string text) =>
        text.Contains(Opening, StringComparison.Ordinal)
        ? text.Split('\n').Index()
            .Select(line => (line.Item, line.Index))
            .Where(line => line.Item.AsSpan().TrimStart().StartsWith(Opening, StringComparison.Ordinal))
        : [];

    private static int NextLine(string[] lines, int from)
    {
        while (from < lines.Length - 1 && lines[from].AsSpan().TrimStart() is [] or ['#', ..])
        {
            from++;
        }

        return from;
    }

    private static int LastLine(string[] lines, int first)
    {
        var indentation = first < lines.Length ? Indentation(lines[first]) : 0;
        var last = first;
        while (last + 1 < lines.Length && (lines[last + 1].Length == 0 || Indentation(lines[last + 1]) > indentation))
        {
            last++;
        }

        return last;
    }

    private static int Indentation(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    [GeneratedRegex(@"^\s*# prompts: allow (?<code>PRM\d{3}) because \S")]
    private static partial Regex Comment();

    private sealed record Range(string File, int First, int Last, string Code)
    {
        public bool Covers(Diagnostic diagnostic) =>
            diagnostic.Code == Code && diagnostic.At.File == File && diagnostic.At.Line >= First
                && diagnostic.At.Line <= Last;
    }
}
