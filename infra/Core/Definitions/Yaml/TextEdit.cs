namespace Infra.Definitions.Yaml;

/// <summary>A part of a text and its replacement.</summary>
/// <param name="Start">Index of the first character that is replaced.</param>
/// <param name="End">Index after the last one; equal to <paramref name="Start"/> for an insertion.</param>
/// <param name="Text">The new text; its line ends become those of the file.</param>
internal readonly record struct TextEdit(int Start, int End, string Text)
{
    /// <summary>Inserts a text.</summary>
    public static TextEdit Insert(int at, string text) => new(at, at, text);

    /// <summary>Deletes a part.</summary>
    public static TextEdit Delete(int start, int end) => new(start, end, "");
}
