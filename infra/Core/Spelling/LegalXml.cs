namespace Infra.Spelling;

/// <summary>Replaces what XML 1.0 does not allow in text from outside; the XML writer escapes the rest.</summary>
public static class LegalXml
{
    /// <summary>The text with U+FFFD for characters that XML 1.0 cannot express: most control characters, and half a
    /// surrogate pair.</summary>
    public static string Of(string text) => string.Concat(
        text.EnumerateRunes().Select(rune => IsLegal(rune.Value) ? rune.ToString() : "\uFFFD"));

    private static bool IsLegal(int code) => code is '\t' or '\n' or (>= ' ' and not (0xFFFE or 0xFFFF));
}
