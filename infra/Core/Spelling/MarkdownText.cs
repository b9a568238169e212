using System.Net;
using System.Text.RegularExpressions;

namespace Infra.Spelling;

/// <summary>Spells somebody else's text for Markdown as GitHub shows it.</summary>
/// <remarks>
/// A backslash does not keep <c>@name</c> from being a mention or an address from being a link: GitHub looks for those
/// in the finished page, but not in code and preformatted text. So what could mean anything stands in one of the two.
/// </remarks>
public static partial class MarkdownText
{
    /// <summary>Prose where nothing in it means anything, otherwise a span of code.</summary>
    public static string Of(string text) => IsPlain(text) ? text : Code(text);

    /// <summary>A span of code on one line; it ends only at as many backticks as it starts with.</summary>
    public static string Code(string text)
    {
        var line = TerminalText.Line(text);
        if (line.Length > 0 && !line.Contains('`', StringComparison.Ordinal))
        {
            return string.IsNullOrWhiteSpace(line) ? $"` {line} `" : $"`{line}`";
        }

        var ticks = new string('`', LongestRun(line) + 1);
        return $"{ticks} {line} {ticks}";
    }

    /// <summary>The same in a cell of a table, where a bar ends the cell even in code.</summary>
    public static string CodeCell(string text) => Cell(Code(text));

    /// <summary>Prose or code in a cell of a table.</summary>
    public static string ProseCell(string text) => Cell(Of(text));

    /// <summary>Inside <c>&lt;pre&gt;</c>: its lines stay lines, and in the log of a job none is a command.</summary>
    public static string Preformatted(string text) => WebUtility
        .HtmlEncode(string.Join('\n', TerminalText.Lines(text)))
        .Replace("::", "&#58;&#58;", StringComparison.Ordinal);

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static bool IsPlain(string text) =>
        Prose().IsMatch(text) && !text.Contains("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Words, and signs that mean nothing where they stand.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9](?:[A-Za-z0-9 ,.;'()-]|: )*\z")]
    private static partial Regex Prose();

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character is '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
