using System.Collections.Immutable;
using System.Text;

namespace Infra.Smoke.Judging;

/// <summary>Splits a text into words for comparison with another text.</summary>
/// <remarks>
/// A word is a run of letters and digits, in lower case; an apostrophe inside it is ignored. In scripts without spaces
/// (Han, kana), each character is a word. <c>word-count</c> counts differently: runs between white space, as in
/// promptfoo.
/// </remarks>
internal static class Words
{
    private static readonly char[] Apostrophes = ['\'', '’'];

    public static ImmutableArray<string> Of(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var (start, at) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var isAlone = StandsAlone(rune);
            if (isAlone || !(Rune.IsLetterOrDigit(rune) || rune.Value is '\'' or '’'))
            {
                Add(words, text.AsSpan(start, at - start));
                start = at + rune.Utf16SequenceLength;
            }

            at += rune.Utf16SequenceLength;
            if (isAlone)
            {
                words.Add(rune.ToString());
            }
        }

        Add(words, text.AsSpan(start));
        return words.DrainToImmutable();
    }

    private static void Add(ImmutableArray<string>.Builder words, ReadOnlySpan<char> run)
    {
        var word = run.Trim("'’");
        if (!word.IsEmpty)
        {
            var lower = word.ToString().ToLowerInvariant();
            words.Add(lower.AsSpan().IndexOfAny(Apostrophes) < 0 ? lower : string.Concat(lower.Split(Apostrophes)));
        }
    }

    private static bool StandsAlone(Rune rune) => rune.Value is
        (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0x20000 and <= 0x323AF);
}
