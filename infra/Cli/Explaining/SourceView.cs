using System.Globalization;
using System.Text;
using Infra.Definitions;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Spelling;

namespace Infra.Cli.Explaining;

/// <summary>Diagnostics for a terminal, by file, each with its source line and a caret.</summary>
/// <param name="Read">The text of a file of the project; null for one that cannot be read.</param>
/// <param name="IsColoured">Whether the severity is coloured.</param>
internal sealed record SourceView(Func<string, string?> Read, bool IsColoured)
{
    /// <summary>The most columns of a line that are shown.</summary>
    private const int Widest = 100;

    private const string Bold = "1";
    private const string Red = "1;31";
    private const string Yellow = "1;33";
    private const string Dim = "2";

    /// <summary>Makes a text a link to a file, where the terminal knows links.</summary>
    public Func<string, string, string> Linked { get; init; } = (_, shown) => shown;

    /// <summary>Reads the files of a project that are text.</summary>
    public static Func<string, string?> Of(ISourceTree tree) => path =>
        tree.Read(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>The diagnostics in their order, with an empty line after each.</summary>
    public string Render(IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var file in diagnostics.GroupBy(diagnostic => diagnostic.At.File))
        {
            var lines = Read(file.Key)?.Split('\n') ?? [];
            text.Append(Style(Linked(file.Key, TerminalText.Line(file.Key)), Bold)).Append('\n');
            foreach (var diagnostic in file)
            {
                Append(diagnostic, lines, text);
            }
        }

        return text.ToString();
    }

    private void Append(Diagnostic diagnostic, string[] lines, StringBuilder text)
    {
        var (severity, style) = diagnostic.Severity is Severity.Error ? ("error", Red) : ("warning", Yellow);
        var (line, column) = (diagnostic.At.Line, diagnostic.At.Column);
        var place = string.Create(CultureInfo.InvariantCulture, $"{line}:{column}");
        text.Append("  ").Append(Linked(diagnostic.At.File, place)).Append(' ')
            .Append(Style($"{severity} {diagnostic.Code}", style)).Append(": ")
            .Append(TerminalText.Line(diagnostic.Message)).Append('\n');
        if (line < 1 || line > lines.Length || Shown(lines[line - 1].TrimEnd('\r'), column) is not var (shown, caret))
        {
            text.Append('\n');
            return;
        }

        var number = line.ToString(CultureInfo.InvariantCulture);
        text.Append(Style($"  {number,5} | ", Dim)).Append(shown).Append('\n')
            .Append(Style($"  {"",5} | ", Dim)).Append(' ', caret).Append(Style("^", style)).Append("\n\n");
    }

    /// <summary>The part of a line around a column, and the caret's distance from its start.</summary>
    private static (string Shown, int Caret)? Shown(string line, int column)
    {
        if (line.AsSpan().Trim().IsEmpty || Secrets.In(line).Length > 0)
        {
            return null;
        }

        var at = Math.Clamp(column - 1, 0, line.Length);
        var start = line.Length <= Widest || at < Widest - 20 ? 0 : at - 40;
        var before = Cut.Tail(line[..at], at - start);
        var after = Cut.Head(line[at..], Widest - before.Length);
        var (head, tail) = (start > 0 ? "... " : "", at + after.Length < line.Length ? " ..." : "");
        var left = head + TerminalText.Line(before);
        return (left + TerminalText.Line(after) + tail, left.EnumerateRunes().Sum(Width));
    }

    /// <summary>The width of a character; East Asian characters and emoji take two columns.</summary>
    private static int Width(Rune rune) => rune.Value switch
    {
        0x200D or (>= 0x300 and <= 0x36F) or (>= 0xFE00 and <= 0xFE0F) => 0,
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF)
            or (>= 0x20000 and <= 0x3FFFD) => 2,
        _ => 1,
    };

    private string Style(string text, string style) => IsColoured ? $"\e[{style}m{text}\e[0m" : text;
}
