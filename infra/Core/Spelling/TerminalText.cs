using System.Globalization;
using System.Text;

namespace Infra.Spelling;

/// <summary>Encodes text from outside for a terminal and for the log of a CI job.</summary>
/// <remarks>
/// Nothing in the result moves the cursor, hides behind direction marks or starts a line of its own. GitHub's runner
/// reads commands from lines that start with <c>::</c> after optional spaces, and from <c>##[</c> anywhere in a line
/// (actions/runner, <c>ActionCommand</c>). So each line of a block starts with a bar, and <c>##[</c> is broken up.
/// </remarks>
public static class TerminalText
{
    /// <summary>Joins several emoji into one; harmless.</summary>
    private const int ZeroWidthJoiner = 0x200D;

    private const string OldCommand = "##[";

    /// <summary>The text on one line: white space becomes a space, invisible characters become <c>?</c>.</summary>
    public static string Line(string text) =>
        IsPlain(text) ? text : Parted(string.Concat(text.EnumerateRunes().Select(Visible)));

    /// <summary>A character as it may be shown: itself, a space, or <c>?</c>.</summary>
    public static string Visible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when Rune.IsWhiteSpace(rune) => " ",
        _ when rune.Value is ZeroWidthJoiner => rune.ToString(),
        UnicodeCategory.Control or UnicodeCategory.Format => "?",
        _ => rune.ToString(),
    };

    /// <summary>The lines of a text, each after a bar.</summary>
    public static IEnumerable<string> Block(string text) => Lines(text).Select(line => $"| {line}".TrimEnd());

    /// <summary>The lines of a text, each encoded.</summary>
    public static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => Line(line.TrimEnd('\r')));

    /// <summary>A diff of a file: its lines are kept, and an unchanged line, which starts with a space, is not read as
    /// a command.</summary>
    public static string Difference(string text) => string.Join('\n', Lines(text).Select(line =>
        line.AsSpan().TrimStart().StartsWith("::", StringComparison.Ordinal)
            ? line.Replace("::", ": :", StringComparison.Ordinal)
            : line));

    /// <summary>A link to a file (OSC 8); only for terminals that know links.</summary>
    /// <param name="computer">The host name, by which a terminal tells that the file is on another computer;
    /// empty on Windows, which would take it for a server's.</param>
    /// <param name="path">The full path, with forward slashes; any character may occur in it.</param>
    /// <param name="shown">What is shown, encoded.</param>
    /// <remarks>Source: Egmont Koblinger, "Hyperlinks in Terminal Emulators", read 2026-11-28.</remarks>
    public static string Link(string computer, string path, string shown)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => Uri.EscapeDataString(part).Replace("%3A", ":", StringComparison.Ordinal));
        return $"\e]8;;file://{Uri.EscapeDataString(computer)}/{string.Join('/', parts)}\e\\{shown}\e]8;;\e\\";
    }

    /// <summary>Most texts need no encoding; those are not copied.</summary>
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
