using System.Globalization;
using System.Text;

namespace Infra.Models;

/// <summary>How many tokens a text may have. The number depends on the model, so this is a range.</summary>
/// <param name="Least">The fewest tokens.</param>
/// <param name="Most">The most tokens.</param>
/// <remarks>
/// Characters per token: 3 to 6 in alphabets written with spaces (Latin, Greek, Cyrillic, Hebrew, Arabic ...), 1 to 3
/// for digits and punctuation, 0.5 to 2 in all other scripts (Chinese, Japanese, Korean, Thai, Indic scripts, emoji).
/// </remarks>
public readonly record struct TokenRange(int Least, int Most)
{
    /// <summary>The range of a text.</summary>
    public static TokenRange Of(string text)
    {
        long least = 0, most = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var (fewest, many) = Sixths(rune);
            least += fewest;
            most += many;
        }

        return new((int)((least + 5) / 6), (int)((most + 5) / 6));
    }

    /// <summary>The sum of two ranges.</summary>
    public static TokenRange operator +(TokenRange left, TokenRange right) =>
        new(left.Least + right.Least, left.Most + right.Most);

    /// <inheritdoc cref="op_Addition"/>
    public static TokenRange Add(TokenRange left, TokenRange right) => left + right;

    /// <summary>How many sixths of a token a character takes.</summary>
    private static (int Least, int Most) Sixths(Rune rune) => rune.Value switch
    {
        < 0x0700 when Rune.IsLetter(rune) || Rune.IsWhiteSpace(rune) => (1, 2),
        < 0x0700 or (>= 0x2000 and < 0x2070) => (2, 6),
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark ? (2, 6) : (3, 12),
    };
}
