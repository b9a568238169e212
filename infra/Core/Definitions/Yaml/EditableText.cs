using System.Text;

namespace Infra.Definitions.Yaml;

/// <summary>The text of a YAML file with its own line ends, edited at the places of the nodes read from it.</summary>
internal sealed class EditableText
{
    private readonly string _original;

    /// <summary>For each index of <see cref="Text"/> the one in the file, where a line may end in CRLF.</summary>
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

    /// <summary>The text that nodes are read from, with plain line ends.</summary>
    public SourceText Source { get; }

    /// <summary>The characters of <see cref="Source"/>.</summary>
    public string Text => Source.Text;

    /// <summary>Index of the first character of a line.</summary>
    public int LineStart(int index) => index == 0 ? 0 : Text.LastIndexOf('\n', index - 1) + 1;

    /// <summary>Index of a line's end, which is the end of the text in the last line.</summary>
    public int LineEnd(int index) => Text.IndexOf('\n', index) is var end and >= 0 ? end : Text.Length;

    /// <summary>How far from the left a character stands.</summary>
    public int Column(int index) => index - LineStart(index);

    /// <summary>Whether nothing but blanks stands before a character in its line.</summary>
    public bool IsFirstInLine(int index) => Text.AsSpan(LineStart(index)..index).Trim(' ').IsEmpty;

    /// <summary>Takes out whole lines, from the one that holds one index to the one that holds another.</summary>
    public TextEdit DeleteLines(int first, int last) =>
        LineEnd(last) is var end && end < Text.Length
            ? TextEdit.Delete(LineStart(first), end + 1)
            : TextEdit.Delete(Math.Max(0, LineStart(first) - 1), end);

    /// <summary>Puts in a line after the one that holds an index.</summary>
    public TextEdit InsertLineAfter(int index, string line) => TextEdit.Insert(LineEnd(index), $"\n{line}");

    /// <summary>The file after all edits; those at one place in the order given, lines that go twice go once.</summary>
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

    /// <summary>How the line ends that an index stands in; in the last line, how the one before it ends.</summary>
    private string LineEndNear(int index)
    {
        var end = LineEnd(index) is var own && own < Text.Length ? own : Text.LastIndexOf('\n');
        return end >= 0 && _original[_places[end]] == '\r' ? "\r\n" : "\n";
    }
}
