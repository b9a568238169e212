using System.Buffers;

namespace Infra.Definitions.Yaml;

/// <summary>Characters without a visible glyph, derived from Unicode's own properties.</summary>
/// <remarks>
/// Source: Unicode 16.0, DerivedCoreProperties.txt (Default_Ignorable_Code_Point) and UnicodeData.txt (categories Cc
/// and Cf). Not included are tab, line feed, carriage return and U+0085, which end lines, and the Cf of PropList.txt's
/// Prepended_Concatenation_Mark, which are visible. A test derives Cc and Cf again from .NET's data.
/// </remarks>
internal static class InvisibleRanges
{
    /// <summary>Default_Ignorable_Code_Point of every category, including unassigned code points.</summary>
    public static readonly (int First, int Last)[] DefaultIgnorable =
    [
        (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
        (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
    ];

    /// <summary>Control and format characters that are not among them.</summary>
    public static readonly (int First, int Last)[] Controls =
    [
        (0x0, 0x8), (0xB, 0xC), (0xE, 0x1F), (0x7F, 0x84), (0x86, 0x9F), (0xFFF9, 0xFFFB), (0x13430, 0x1343F),
    ];

    /// <summary>Symbols and letters with an empty glyph, by their names in the code charts: Braille pattern blank,
    /// Khitan small script filler, musical symbol null notehead.</summary>
    public static readonly (int First, int Last)[] Blank =
        [(0x2800, 0x2800), (0x16FE4, 0x16FE4), (0x1D159, 0x1D159)];

    private static readonly (int First, int Last)[] All = [.. DefaultIgnorable, .. Controls, .. Blank];

    /// <summary>Every character of the ranges; for those of two UTF-16 units, the first unit.</summary>
    public static readonly SearchValues<char> Suspects = SearchValues.Create(
    [
        .. All.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1))
            .Select(code => char.ConvertFromUtf32(code)[0])
            .Distinct(),
    ]);

    /// <summary>Whether a character is invisible.</summary>
    public static bool Contain(int codePoint)
    {
        foreach (var (first, last) in All)
        {
            if (first <= codePoint && codePoint <= last)
            {
                return true;
            }
        }

        return false;
    }
}
