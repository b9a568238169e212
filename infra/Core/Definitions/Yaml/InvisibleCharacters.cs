using System.Buffers;
using System.Globalization;
using System.Text;
using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>Characters that a reviewer cannot see but a model reads.</summary>
/// <remarks>
/// Zero-width characters, bidirectional controls and Unicode tags (the "ASCII smuggling" block). A joiner between
/// two emoji, or between letters of a script that shapes with it (Arabic, Indic), is spelling and is left alone.
/// </remarks>
public static class InvisibleCharacters
{
    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>High surrogate of the plane that holds the tag characters U+E0000 to U+E007F.</summary>
    private const char TagSurrogate = '\uDB40';

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        "\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E"
        + "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206A\u206B\u206C\u206D\u206E\u206F\u3164\uFEFF\uFFA0\uDB40");

    /// <summary>Reports every invisible character of a text (PRM019).</summary>
    public static void Report(string text, Func<int, Location> locate, ICollection<Diagnostic> report)
    {
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            if (!IsSpelling(text, at))
            {
                report.Add(Problems.InvisibleCharacter(locate(at), CodePoint(text, at)));
            }
        }
    }

    private static int Next(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAny(Suspects);
        return found < 0 ? -1 : from + found;
    }

    private static bool IsSpelling(string text, int at) => text[at] switch
    {
        TagSurrogate => at + 1 < text.Length && text[at + 1] is < '\uDC00' or > '\uDC7F',
        ZeroWidthJoiner => Joins(text, at, IsEmojiOrShapingLetter),
        ZeroWidthNonJoiner => Joins(text, at, IsShapingLetter),
        _ => false,
    };

    private static bool Joins(string text, int at, Func<Rune, bool> fits) =>
        Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var before, out _) is OperationStatus.Done
        && Rune.DecodeFromUtf16(text.AsSpan(at + 1), out var after, out _) is OperationStatus.Done
        && fits(before)
        && fits(after);

    private static bool IsEmojiOrShapingLetter(Rune rune) =>
        rune.Value is 0xFE0F or (>= 0x2190 and <= 0x2BFF) or (>= 0x1F000 and <= 0x1FAFF) || IsShapingLetter(rune);

    private static bool IsShapingLetter(Rune rune) =>
        rune.Value is (>= 0x0600 and <= 0x08FF) or (>= 0x0900 and <= 0x0DFF) or (>= 0xFB50 and <= 0xFEFE)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ModifierLetter;

    private static int CodePoint(string text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])
            ? char.ConvertToUtf32(text[at], text[at + 1])
            : text[at];
}
