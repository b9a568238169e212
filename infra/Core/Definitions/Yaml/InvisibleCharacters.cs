using System.Buffers;
using System.Globalization;
using System.Text;
using Infra.Diagnostics;

namespace Infra.Definitions.Yaml;

/// <summary>Finds characters that a reviewer cannot see but a model reads.</summary>
/// <remarks>
/// The characters are those of <see cref="InvisibleRanges"/>: controls, zero-width characters, bidirectional controls,
/// Unicode tags (used for "ASCII smuggling"), fillers, several variation selectors in a row. Not reported, because they
/// are correct spelling: a joiner between two emoji or between letters of a script that needs it (Arabic, Indic), a
/// single variation selector (a Mongolian one after its letter), and the flags of England, Scotland and Wales.
/// </remarks>
public static class InvisibleCharacters
{
    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>High surrogate of the plane with the tag characters and more variation selectors.</summary>
    private const char TagSurrogate = '\uDB40';

    /// <summary>The tags that turn a black flag into the flags of England, Scotland and Wales.</summary>
    /// <remarks>Source: Unicode emoji data 16.0, emoji-sequences.txt, RGI_Emoji_Tag_Sequence,
    /// read 2026-11-21.</remarks>
    private static readonly string[] Flags = [Tags("gbeng"), Tags("gbsct"), Tags("gbwls")];

    /// <summary>The characters that most texts consist of; looking for anything else is many times faster than looking
    /// for each suspect.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(['\t', '\n', '\r', .. Range(' ', '~')]);

    /// <summary>Reports every run of invisible characters in a text (PRM019).</summary>
    public static void Report(string text, Func<int, Location> locate, ICollection<Diagnostic> report)
    {
        for (var at = Next(text, 0); at >= 0; at = Next(text, at))
        {
            var (first, count) = (at, 0);
            while (at < text.Length && InvisibleRanges.Contain(CodePoint(text, at)) && !IsSpelling(text, at))
            {
                at += CodePoint(text, at) > char.MaxValue ? 2 : 1;
                count++;
            }

            if (count > 0)
            {
                report.Add(Problems.InvisibleCharacters(locate(first), CodePoint(text, first), count));
            }
            else
            {
                at += Math.Max(1, FlagLength(text, at));
            }
        }
    }

    private static int Next(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var next = text.AsSpan(at).IndexOfAnyExcept(Plain);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (InvisibleRanges.Suspects.Contains(text[at]) && InvisibleRanges.Contain(CodePoint(text, at)))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsSpelling(string text, int at) => text[at] switch
    {
        TagSurrogate => FlagLength(text, at) > 0 || (IsSelector(text, at) && !FollowsSelector(text, at)),
        >= '\uFE00' and <= '\uFE0F' => !FollowsSelector(text, at),
        >= '\u180B' and <= '\u180D' or '\u180F' => at > 0 && text[at - 1] is >= '\u1820' and <= '\u18AA',
        ZeroWidthJoiner => Joins(text, at, IsEmojiOrShapingLetter),
        ZeroWidthNonJoiner => Joins(text, at, IsShapingLetter),
        _ => false,
    };

    /// <summary>Whether a character is one of U+E0100 to U+E01EF, which select a form of the ideograph before
    /// them.</summary>
    private static bool IsSelector(string text, int at) =>
        text[at] is TagSurrogate && at + 1 < text.Length && text[at + 1] is >= '\uDD00' and <= '\uDDEF';

    private static bool FollowsSelector(string text, int at) =>
        at > 0 && (text[at - 1] is >= '\uFE00' and <= '\uFE0F' || (at > 1 && IsSelector(text, at - 2)));

    private static int FlagLength(string text, int at) => !text.AsSpan(0, at).EndsWith("\U0001F3F4")
        ? 0
        : Array.Find(Flags, flag => text.AsSpan(at).StartsWith(flag))?.Length ?? 0;

    private static string Tags(string letters) =>
        string.Concat($"{letters}\u007F".Select(letter => char.ConvertFromUtf32(0xE0000 + letter)));

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

    private static IEnumerable<char> Range(char first, char last) =>
        Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
