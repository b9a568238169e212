namespace Infra.Definitions.Yaml;

/// <summary>A stretch of a text, and what shall stand there instead.</summary>
/// <param name="Start">Index of the first character that goes.</param>
/// <param name="End">Index after the last one; the same as <paramref name="Start"/> where nothing goes.</param>
/// <param name="Text">What comes; its line ends become those of the file.</param>
internal readonly record struct TextEdit(int Start, int End, string Text)
{
    /// <summary>Something comes.</summary>
    public static TextEdit Insert(int at, string text) => new(at, at, text);

    /// <summary>Something goes.</summary>
    public static TextEdit Delete(int start, int end) => new(start, end, "");
}
