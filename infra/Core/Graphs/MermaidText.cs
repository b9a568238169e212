using System.Buffers;
using System.Globalization;
using System.Text;
using Infra.Spelling;

namespace Infra.Graphs;

/// <summary>Spells texts and shapes as Mermaid takes them.</summary>
internal static class MermaidText
{
    private const int Longest = 80;

    /// <summary>What could end a quoted text, start a directive, break a line, or be read as markup.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("\"#&<>%`\\");

    /// <summary>A text inside quotes: a sign that means something to Mermaid becomes its number.</summary>
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

    /// <summary>A node of a type, the label already escaped.</summary>
    public static string Shape(string type, string label) => type switch
    {
        "Input" or "LoopInput" => $"([\"{label}\"])",
        "Output" => $">\"{label}\"]",
        "Condition" or "LoopController" => $"{{\"{label}\"}}",
        "KnowledgeBase" => $"[(\"{label}\")]",
        "LambdaFunction" or "InlineCode" => $"[[\"{label}\"]]",
        "Agent" or "Lex" => $"{{{{\"{label}\"}}}}",
        "Storage" => $"[/\"{label}\"/]",
        "Retrieval" => $"[\\\"{label}\"\\]",
        "Iterator" => $"[/\"{label}\"\\]",
        "Collector" => $"[\\\"{label}\"/]",
        _ => $"[\"{label}\"]",
    };

    private static string Shorten(string text) =>
        text.Length > Longest ? $"{Cut.Head(text, Longest)}..." : text;
}
