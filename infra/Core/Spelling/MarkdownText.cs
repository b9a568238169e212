using System.Net;
using System.Text.RegularExpressions;

namespace Infra.Spelling;

/// <summary>Encodes text from outside for Markdown as GitHub displays it.</summary>
/// <remarks>
/// A backslash does not keep <c>@name</c> from being a mention or an address from being a link: GitHub looks for those
/// in the finished page, but not in code or preformatted text. So everything that could have a meaning is put into one
/// of those.
/// </remarks>
public static partial class MarkdownText
{
    /// <summary>Prose if nothing in it is Markdown, otherwise a code span.</summary>
    public static string Of(string text) => IsPlain(text) ? text : Code(text);

    /// <summary>A code span on one line, with enough backticks around it that those in the text do not end
    /// it.</summary>
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

    /// <summary>A code span in a table cell, where a bar ends the cell even inside code.</summary>
    public static string CodeCell(string text) => Cell(Code(text));

    /// <summary>Prose or a code span in a table cell.</summary>
    public static string ProseCell(string text) => Cell(Of(text));

    /// <summary>Text for inside <c>&lt;pre&gt;</c>: line ends are kept, and no line is a command to the runner of a CI
    /// job.</summary>
    public static string Preformatted(string text) => WebUtility
        .HtmlEncode(string.Join('\n', TerminalText.Lines(text)))
        .Replace("::", "&#58;&#58;", StringComparison.Ordinal);

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static bool IsPlain(string text) =>
        Prose().IsMatch(text) && !text.Contains("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Letters, and punctuation that has no meaning in Markdown.</summary>
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
