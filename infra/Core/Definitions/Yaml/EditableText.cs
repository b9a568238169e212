using System.Text;

namespace Infra.Definitions.Yaml;

/// <summary>The text of a YAML file with its own line ends, which is edited at the places of its nodes.</summary>
internal sealed class EditableText
{
    private readonly string _original;

    /// <summary>The index in the file for each index of <see cref="Text"/>; the file may have CRLF line ends.</summary>
    private readonly int[] _places;

    public EditableText(string file, string original)
    {
        _original = original;
        Source = new(file, original.Replace("\r\n", "\n", StringComparison.Ordinal));
        _places = new int[Text.Length + 1];
        for (int i = 0, place = 0; i <= Text.Length; i++, place++)
        {
            _places[i] = place;
            place += i < Text.Length && Text[i] == '\n' && original[place] == '\r' ? 1 : 0;
        }
    }

    /// <summary>The text that nodes are read from; its line ends are LF.</summary>
    public SourceText Source { get; }

    /// <summary>The characters of <see cref="Source"/>.</summary>
    public string Text => Source.Text;

    /// <summary>Index of the first character of a line.</summary>
    public int LineStart(int index) => index == 0 ? 0 : Text.LastIndexOf('\n', index - 1) + 1;

    /// <summary>Index of the end of a line; on the last line, the end of the text.</summary>
    public int LineEnd(int index) => Text.IndexOf('\n', index) is var end and >= 0 ? end : Text.Length;

    /// <summary>The column of a character, counted from 0.</summary>
    public int Column(int index) => index - LineStart(index);

    /// <summary>Whether only spaces precede a character on its line.</summary>
    public bool IsFirstInLine(int index) => Text.AsSpan(LineStart(index)..index).Trim(' ').IsEmpty;

    /// <summary>Deletes whole lines, from the one that contains the first index to the one that contains the
    /// last.</summary>
    public TextEdit DeleteLines(int first, int last) =>
        LineEnd(last) is var end && end < Text.Length
            ? TextEdit.Delete(LineStart(first), end + 1)
            : TextEdit.Delete(Math.Max(0, LineStart(first) - 1), end);

    /// <summary>Inserts a line after the one that contains an index.</summary>
    public TextEdit InsertLineAfter(int index, string line) => TextEdit.Insert(LineEnd(index), $"\n{line}");

    /// <summary>The file after all edits; edits at the same place are applied in the order given, and a line that two
    /// edits delete is deleted once.</summary>
    public string Apply(IEnumerable<TextEdit> edits)
    {
        var edited = new StringBuilder();
        var done = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start))
        {
            edited.Append(_original, done, Math.Max(0, _places[edit.Start] - done));
            edited.Append(edit.Text.Replace("\n", LineEndNear(edit.Start), StringComparison.Ordinal));
            done = Math.Max(done, _places[edit.End]);
        }

        return edited.Append(_original, done, _original.Length - done).ToString();
    }

    /// <summary>The line end of the line that contains an index; on the last line, that of the line before.</summary>
    private string LineEndNear(int index)
    {
        var end = LineEnd(index) is var own && own < Text.Length ? own : Text.LastIndexOf('\n');
        return end >= 0 && _original[_places[end]] == '\r' ? "\r\n" : "\n";
    }
}
