namespace Infra.Spelling;

/// <summary>
/// A name with a small or a capital first letter: APIs write <c>modelId</c> where CloudFormation writes <c>ModelId</c>,
/// and a sentence inside another one starts with a small letter.
/// </summary>
public static class FirstLetter
{
    /// <summary>The text with a small first letter.</summary>
    public static string Lower(string text) => With(text, char.ToLowerInvariant);

    /// <summary>The text with a capital first letter.</summary>
    public static string Upper(string text) => With(text, char.ToUpperInvariant);

    private static string With(string text, Func<char, char> first) =>
        text.Length == 0 ? text : $"{first(text[0])}{text[1..]}";
}
