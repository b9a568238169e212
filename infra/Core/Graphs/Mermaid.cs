using System.Text;
using Infra.Values;

namespace Infra.Graphs;

/// <summary>Draws a flow in Mermaid's language, which GitHub renders as a picture.</summary>
/// <remarks>Shapes and escapes: Mermaid's documentation of flowcharts, read 2026-11-21.</remarks>
public static class Mermaid
{
    /// <summary>A flow without changes.</summary>
    /// <param name="definition">Its rendered definition, with prompts by name.</param>
    public static string Render(Value.Map definition) => Render(FlowSketch.Of(definition));

    /// <summary>A flow with its changes: green is new, red is removed, yellow is changed.</summary>
    /// <param name="before">The old definition.</param>
    /// <param name="after">The new definition.</param>
    public static string Render(Value.Map before, Value.Map after) => Render(FlowSketch.Between(before, after));

    /// <summary>The picture in a code block of Markdown.</summary>
    internal static string Fenced(FlowSketch sketch) => $"```mermaid\n{Render(sketch)}```\n";

    internal static string Render(FlowSketch sketch)
    {
        var text = new StringBuilder("flowchart TD\n");
        var marks = new MermaidMarks();
        Draw(sketch, "n", "  ", text, marks);
        return text.Append(marks).ToString();
    }

    /// <summary>Draws the nodes, then the lines; a line with a missing end is left out.</summary>
    private static void Draw(FlowSketch sketch, string prefix, string indent, StringBuilder text, MermaidMarks marks)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in sketch.Nodes)
        {
            var id = ids[node.Name] = $"{prefix}{ids.Count + 1}";
            marks.Node(id, node.Mark);
            if (node.Inside is { } inside)
            {
                text.Append($"{indent}subgraph {id}[\"{MermaidText.Escape(node.Name)}\"]\n");
                Draw(inside, $"{id}_", $"{indent}  ", text, marks);
                text.Append($"{indent}end\n");
            }
            else
            {
                text.Append($"{indent}{id}{MermaidText.Shape(node.Kind, Label(node))}\n");
            }
        }

        foreach (var line in sketch.Lines)
        {
            if (ids.TryGetValue(line.Ends.Source, out var source) && ids.TryGetValue(line.Ends.Target, out var target))
            {
                marks.Line(line.Mark);
                var arrow = line.Ends.Input is null ? "-.->" : "-->";
                var label = line.Label is null ? "" : $"|\"{MermaidText.Escape(line.Label)}\"|";
                text.Append($"{indent}{source} {arrow}{label} {target}\n");
            }
        }
    }

    private static string Label(SketchedNode node) => string.Join(
        "<br>", new[] { node.Name, node.Detail }.OfType<string>().Select(MermaidText.Escape));
}
