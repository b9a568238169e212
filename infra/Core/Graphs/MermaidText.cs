using System.Buffers;
using System.Globalization;
using System.Text;
using Infra.Definitions.Flows;
using Infra.Spelling;

namespace Infra.Graphs;

/// <summary>Writes texts and shapes in Mermaid's syntax.</summary>
internal static class MermaidText
{
    private const int Longest = 80;

    /// <summary>Characters that could end a quoted text, start a directive, break a line, or be read as
    /// markup.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("\"#&<>%`\\");

    /// <summary>A text for use inside quotes: special characters become their numbers.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var sign in TerminalText.Line(Shorten(text)))
        {
            _ = sign switch
            {
                _ when Signs.Contains(sign) =>
                    escaped.Append(CultureInfo.InvariantCulture, $"#{(int)sign};"),
                _ => escaped.Append(sign),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A node of a type; the label is already escaped.</summary>
    public static string Shape(FlowNodeType? type, string label) => type switch
    {
        FlowNodeType.Input or FlowNodeType.LoopInput => $"([\"{label}\"])",
        FlowNodeType.Output => $">\"{label}\"]",
        FlowNodeType.Condition or FlowNodeType.LoopController => $"{{\"{label}\"}}",
        FlowNodeType.KnowledgeBase => $"[(\"{label}\")]",
        FlowNodeType.LambdaFunction or FlowNodeType.InlineCode => $"[[\"{label}\"]]",
        FlowNodeType.Agent or FlowNodeType.Lex => $"{{{{\"{label}\"}}}}",
        FlowNodeType.Storage => $"[/\"{label}\"/]",
        FlowNodeType.Retrieval => $"[\\\"{label}\"\\]",
        FlowNodeType.Iterator => $"[/\"{label}\"\\]",
        FlowNodeType.Collector => $"[\\\"{label}\"/]",
        FlowNodeType.Prompt or FlowNodeType.Loop or null => $"[\"{label}\"]",
    };

    private static string Shorten(string text) =>
        text.Length > Longest ? $"{Cut.Head(text, Longest)}..." : text;
}
