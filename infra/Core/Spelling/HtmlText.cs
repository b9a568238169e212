using System.Globalization;
using System.Net;
using System.Text;

namespace Infra.Spelling;

/// <summary>Encodes text from outside for an HTML page: as content and as a quoted attribute alike.</summary>
public static class HtmlText
{
    /// <summary>The encoded text; <c>?</c> replaces characters that control a terminal or change the direction of
    /// writing.</summary>
    public static string Of(string text) =>
        WebUtility.HtmlEncode(IsPlain(text) ? text : string.Concat(text.EnumerateRunes().Select(Visible)));

    /// <summary>Most texts need no encoding; those are not copied.</summary>
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
