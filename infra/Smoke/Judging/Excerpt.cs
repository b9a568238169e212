using System.Text;
using Infra.Spelling;

namespace Infra.Smoke.Judging;

/// <summary>Text from outside, prepared for one line of a report.</summary>
/// <remarks>Encoded as for a terminal: see <see cref="TerminalText"/>.</remarks>
public static class Excerpt
{
    /// <summary>The longest excerpt.</summary>
    /// <value>80 characters.</value>
    public const int Longest = 80;

    /// <summary>The start of a text, on one line.</summary>
    public static string Of(string text, int longest = Longest)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest) + 3);
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > longest)
            {
                return TerminalText.Line(line.Append("...").ToString());
            }

            line.Append(TerminalText.Visible(rune));
        }

        return TerminalText.Line(line.ToString());
    }

    /// <summary>The start of a text, on one line and in quotes.</summary>
    public static string Quote(string text, int longest = Longest) => $"'{Of(text, longest)}'";
}
