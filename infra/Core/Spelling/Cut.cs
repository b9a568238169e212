namespace Infra.Spelling;

/// <summary>Cuts texts; a character beyond the first 65,536 is two units and is not cut in half.</summary>
public static class Cut
{
    /// <summary>At most so many units from the start.</summary>
    public static string Head(string text, int most) =>
        text.Length <= most ? text : text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>At most so many units from the end.</summary>
    public static string Tail(string text, int most) =>
        text.Length <= most ? text
        : text[(most > 0 && char.IsLowSurrogate(text[^most]) ? text.Length - most + 1 : text.Length - most)..];
}
