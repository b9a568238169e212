namespace Infra.Spelling;

/// <summary>Spells somebody else's text for XML; what ends elements and attributes, the writer escapes.</summary>
public static class LegalXml
{
    /// <summary>XML 1.0 has no word for most control characters and for half a surrogate pair.</summary>
    public static string Of(string text) => string.Concat(
        text.EnumerateRunes().Select(rune => IsLegal(rune.Value) ? rune.ToString() : "\uFFFD"));

    private static bool IsLegal(int code) => code is '\t' or '\n' or (>= ' ' and not (0xFFFE or 0xFFFF));
}
