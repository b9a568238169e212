namespace Infra.Spelling;

/// <summary>
/// The same name with a small or a capital first letter: APIs write <c>modelId</c> where CloudFormation writes
/// <c>ModelId</c>; a sentence within a sentence starts small.
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
