namespace Infra.Smoke.Judging;

/// <summary>Counts words as <c>word-count</c> does: runs of characters between white space.</summary>
internal static class Blanks
{
    public static int Words(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inWord = false;
        foreach (var character in text)
        {
            var isBlank = char.IsWhiteSpace(character);
            words += !isBlank && !inWord ? 1 : 0;
            inWord = !isBlank;
        }

        return words;
    }
}
