namespace Infra.Local.Converse;

/// <summary>Splits a text into the pieces of a stream.</summary>
internal static class Deltas
{
    /// <summary>Pieces of about this many characters; a character of two UTF-16 units is never split.</summary>
    public static IEnumerable<string> Of(string text, int length)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(text.Length, start + length);
            end += end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
            yield return text[start..end];
            start = end;
        }
    }
}
