using System.Globalization;
using System.Net;
using System.Text;

namespace Infra.Spelling;

/// <summary>Spells somebody else's text for a page: as content and as an attribute in quotes alike.</summary>
public static class HtmlText
{
    /// <summary>The text; what steers a terminal or turns the direction of writing is <c>?</c>.</summary>
    public static string Of(string text) =>
        WebUtility.HtmlEncode(IsPlain(text) ? text : string.Concat(text.EnumerateRunes().Select(Visible)));

    /// <summary>Most texts are plain, and nothing is copied.</summary>
    private static bool IsPlain(string text)
    {
        foreach (var sign in text)
        {
            if (sign is not '\n' and not '\t' and (< ' ' or > '~'))
            {
                return false;
            }
        }

        return true;
    }

    private static string Visible(Rune rune) => rune.Value is '\n' or '\t' ? rune.ToString()
        : Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control ? "?"
        : TerminalText.Visible(rune);
}
