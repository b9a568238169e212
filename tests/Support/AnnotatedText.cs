using System.Globalization;
using Infra.Diagnostics;

namespace Infra.Tests.Support;

/// <summary>
/// A file that says what is wrong with it: below a line stands, for every problem of that line,
/// <c>#@</c>, a caret under
/// the column (or its number where the caret has no room), and what is reported. Taken out before the file is read.
/// </summary>
internal static class AnnotatedText
{
    private const string Mark = "#@";

    /// <summary>The file as it is read.</summary>
    public static string Strip(string text) =>
        string.Concat(Lines(text).Where(line => !line.StartsWith(Mark, StringComparison.Ordinal)));

    /// <summary>The file with what is reported about it.</summary>
    public static string Annotate(string text, IEnumerable<Diagnostic> diagnostics)
    {
        var lines = Lines(text).ToList();
        foreach (var diagnostic in diagnostics.Reverse())
        {
            var below = Math.Min(diagnostic.At.Line, lines.Count);
            if (below > 0 && !lines[below - 1].EndsWith('\n'))
            {
                lines[below - 1] += "\n";
            }

            lines.Insert(below, $"{Pointer(diagnostic.At.Column)} {What(diagnostic)}\n");
        }

        return string.Concat(lines);
    }

    private static string Pointer(int column) => column <= Mark.Length
        ? $"{Mark}{column.ToString(CultureInfo.InvariantCulture)}"
        : $"{Mark}{new string(' ', column - Mark.Length - 1)}^";

    private static string What(Diagnostic diagnostic)
    {
        var text = diagnostic.ToString();
        return text[($"{diagnostic.At}: ".Length)..];
    }

    private static IEnumerable<string> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
            yield return text[start..end];
            start = end;
        }
    }
}
