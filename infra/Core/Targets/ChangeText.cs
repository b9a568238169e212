using System.Diagnostics;
using System.Net;
using Infra.Changes;

namespace Infra.Targets;

/// <summary>Spells differences for people.</summary>
public static class ChangeText
{
    private const int LongestValue = 120;

    /// <summary>
    /// One line, or for a reworded text a few; words that went are <c>[-so-]</c>, words that came <c>{+so+}</c>.
    /// </summary>
    public static IEnumerable<string> Lines(ContentChange change) => change switch
    {
        ContentChange.Added added => [$"{Word(added.Impact)}  {added.What} added{Colon(added.Now)}"],
        ContentChange.Removed removed => [$"{Word(removed.Impact)}  {removed.What} removed{Colon(removed.Was)}"],
        ContentChange.Changed changed =>
            [$"{Word(changed.Impact)}  {changed.What}: {Shorten(changed.Was)} -> {Shorten(changed.Now)}"],
        ContentChange.Reworded reworded =>
        [
            $"{Word(reworded.Impact)}  {reworded.What}:",
            .. Words(reworded).Split('\n').Select(line => $"    {line}"),
        ],
        _ => throw new UnreachableException(),
    };

    /// <summary>The same as Markdown list items; in a reworded text deletions and insertions are marked.</summary>
    public static string Markdown(ContentChange change) => change switch
    {
        ContentChange.Reworded reworded =>
            $"- **{reworded.Impact}** {reworded.What}\n\n  <pre>{Html(reworded).ReplaceLineEndings("\n  ")}</pre>\n",
        _ => $"- **{change.Impact}** {Plain(Lines(change).First()[Width..].Trim())}\n",
    };

    private static string Plain(string line) => WebUtility.HtmlEncode(line).ReplaceLineEndings(" ");

    /// <summary>An impact as a column of equal width.</summary>
    private static string Word(Impact impact) => impact.ToString().ToLowerInvariant().PadRight(Width);

    private static int Width => nameof(Impact.Behavioural).Length;

    private static string Words(ContentChange.Reworded change) => string.Concat(
        WordDiff.InContext(change.Words).Select(piece => piece.Fate switch
        {
            WordFate.Removed => $"[-{piece.Text}-]",
            WordFate.Added => $"{{+{piece.Text}+}}",
            WordFate.Kept => piece.Text,
        })).TrimEnd('\n');

    private static string Html(ContentChange.Reworded change) => string.Concat(
        WordDiff.InContext(change.Words).Select(piece => piece.Fate switch
        {
            WordFate.Removed => $"<del>{WebUtility.HtmlEncode(piece.Text)}</del>",
            WordFate.Added => $"<ins>{WebUtility.HtmlEncode(piece.Text)}</ins>",
            WordFate.Kept => WebUtility.HtmlEncode(piece.Text),
        })).TrimEnd('\n');

    private static string Colon(string? value) => value is null ? "" : $": {Shorten(value)}";

    private static string Shorten(string value)
    {
        var line = value.ReplaceLineEndings(" ");
        return line.Length > LongestValue ? $"{line[..LongestValue]}..." : line;
    }
}
