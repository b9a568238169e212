using System.Globalization;
using System.Text;

namespace Infra.Spelling;

/// <summary>Spells somebody else's text for a terminal and for the log of a CI job.</summary>
/// <remarks>
/// Nothing in it moves the cursor, hides behind direction marks or starts a line of its own. GitHub's runner reads
/// commands from lines that start with <c>::</c>, blanks aside, and from <c>##[</c> anywhere in a line
/// (actions/runner, <c>ActionCommand</c>): a block has a bar before each line, and that sign is
/// parted.
/// </remarks>
public static class TerminalText
{
    /// <summary>Joins emoji into one; harmless.</summary>
    private const int ZeroWidthJoiner = 0x200D;

    private const string OldCommand = "##[";

    /// <summary>One line: line ends and other blanks are a blank, what cannot be seen is <c>?</c>.</summary>
    public static string Line(string text) =>
        IsPlain(text) ? text : Parted(string.Concat(text.EnumerateRunes().Select(Visible)));

    /// <summary>A character as it may be shown.</summary>
    public static string Visible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when Rune.IsWhiteSpace(rune) => " ",
        _ when rune.Value is ZeroWidthJoiner => rune.ToString(),
        UnicodeCategory.Control or UnicodeCategory.Format => "?",
        _ => rune.ToString(),
    };

    /// <summary>Lines, each behind a bar.</summary>
    public static IEnumerable<string> Block(string text) => Lines(text).Select(line => $"| {line}".TrimEnd());

    /// <summary>The lines of a text, spelt one by one.</summary>
    public static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => Line(line.TrimEnd('\r')));

    /// <summary>The difference of a file: its lines stay lines, and one that stayed, behind a blank, is no command.
    /// </summary>
    public static string Difference(string text) => string.Join('\n', Lines(text).Select(line =>
        line.AsSpan().TrimStart().StartsWith("::", StringComparison.Ordinal)
            ? line.Replace("::", ": :", StringComparison.Ordinal)
            : line));

    /// <summary>Most texts are plain, and nothing is copied.</summary>
    private static bool IsPlain(string text)
    {
        foreach (var sign in text)
        {
            if (sign is < ' ' or > '~')
            {
                return false;
            }
        }

        return !text.Contains(OldCommand, StringComparison.Ordinal);
    }

    private static string Parted(string line) => line.Replace(OldCommand, "## [", StringComparison.Ordinal);
}
