using System.Globalization;
using System.Text;

namespace Infra.Smoke.Judging;

/// <summary>Somebody else's text, made fit for one line of a report.</summary>
/// <remarks>
/// Line ends and control characters are shown as a blank or <c>?</c>: a model's answer must not move the cursor of a
/// terminal, start a line of its own in a log that CI reads commands from, or hide behind direction marks.
/// </remarks>
public static class Excerpt
{
    /// <summary>How much of a text is shown.</summary>
    /// <value>80 characters.</value>
    public const int Longest = 80;

    /// <summary>Joins emoji into one; harmless.</summary>
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>The start of a text, on one line.</summary>
    public static string Of(string text, int longest = Longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest) + 3);
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > longest)
            {
                return line.Append("...").ToString();
            }

            line.Append(Visible(rune));
        }

        return line.ToString();
    }

    /// <summary>The start of a text, on one line and in quotes.</summary>
    public static string Quote(string text, int longest = Longest) => $"'{Of(text, longest)}'";

    private static string Visible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when Rune.IsWhiteSpace(rune) => " ",
        _ when rune.Value is ZeroWidthJoiner => rune.ToString(),
        UnicodeCategory.Control or UnicodeCategory.Format => "?",
        _ => rune.ToString(),
    };
}
