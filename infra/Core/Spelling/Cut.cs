namespace Infra.Spelling;

/// <summary>Shortens texts without cutting a character in half: one beyond U+FFFF takes two UTF-16 units.</summary>
public static class Cut
{
    /// <summary>The first units of a text, at most as many as given.</summary>
    public static string Head(string text, int most) =>
        text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The last units of a text, at most as many as given.</summary>
    public static string Tail(string text, int most) =>
        text.Length <= most ? text
        : text[(most > 0 && char.IsLowSurrogate(text[^most]) ? text.Length - most + 1 : text.Length - most)..];
}
