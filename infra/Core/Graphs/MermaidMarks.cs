using System.Globalization;
using System.Text;

namespace Infra.Graphs;

/// <summary>Records the change of each node and line, and adds the colours at the end of a picture.</summary>
internal sealed class MermaidMarks
{
    private readonly SortedDictionary<ChangeMark, List<string>> _nodes = [];

    private readonly SortedDictionary<ChangeMark, List<string>> _lines = [];

    private int _drawn;

    /// <summary>Marks a node.</summary>
    public void Node(string id, ChangeMark mark) => Add(_nodes, mark, id);

    /// <summary>Marks the next line; Mermaid counts lines from 0.</summary>
    public void Line(ChangeMark mark) => Add(_lines, mark, (_drawn++).ToString(CultureInfo.InvariantCulture));

    /// <summary>The classes of nodes and the styles of lines.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (mark, ids) in _nodes)
        {
            var name = mark.ToString().ToLowerInvariant();
            text.Append($"  classDef {name} {Colour(mark)}\n  class {string.Join(',', ids)} {name}\n");
        }

        foreach (var (mark, numbers) in _lines)
        {
            text.Append($"  linkStyle {string.Join(',', numbers)} {Stroke(mark)}\n");
        }

        return text.ToString();
    }

    private static void Add(SortedDictionary<ChangeMark, List<string>> marked, ChangeMark mark, string what)
    {
        if (mark is not ChangeMark.None)
        {
            marked.TryAdd(mark, []);
            marked[mark].Add(what);
        }
    }

    /// <summary>Colours that can be distinguished on light and dark pages.</summary>
    private static string Colour(ChangeMark mark) => mark switch
    {
        ChangeMark.Added => $"fill:#dafbe1,color:#1f2328,{Stroke(mark)}",
        ChangeMark.Removed => $"fill:#ffebe9,color:#1f2328,{Stroke(mark)}",
        ChangeMark.None or ChangeMark.Changed => $"fill:#fff8c5,color:#1f2328,{Stroke(mark)}",
    };

    private static string Stroke(ChangeMark mark) => mark switch
    {
        ChangeMark.Added => "stroke:#1a7f37,stroke-width:2px",
        ChangeMark.Removed => "stroke:#cf222e,stroke-width:2px,stroke-dasharray:4 4",
        ChangeMark.None or ChangeMark.Changed => "stroke:#9a6700,stroke-width:2px",
    };
}
