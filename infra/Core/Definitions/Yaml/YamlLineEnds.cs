using System.Buffers;
using Infra.Diagnostics;

namespace Infra.Definitions.Yaml;

/// <summary>Characters at which YAML and editors disagree about where a line ends.</summary>
internal static class YamlLineEnds
{
    /// <summary>A lone CR, U+0085, U+2028, U+2029: YAML ends the line there and folds or drops them. NUL ends the
    /// file.</summary>
    private static readonly SearchValues<char> Foreign = SearchValues.Create("\0\r\u0085\u2028\u2029");

    /// <summary>Whether a file contains any, each of which is reported; such a file is not parsed, since its text would
    /// change.</summary>
    public static bool Report(SourceText source, ICollection<Diagnostic> report)
    {
        var any = false;
        for (var at = Next(source.Text, 0); at >= 0; at = Next(source.Text, at + 1))
        {
            any = true;
            if (source.Text[at] is not '\0')
            {
                report.Add(Problems.ForeignLineEnd(source.LocationOf(at), source.Text[at]));
            }
        }

        return any;
    }

    /// <summary>The first tab, on this line or a later one, that indents a line; null for none.</summary>
    public static Location? IndentingTab(SourceText source, int line)
    {
        for (var i = source.LocationOf(source.Text.Length).Line; line <= i; line++)
        {
            var blanks = source.Line(line);
            blanks = blanks[..(blanks.IndexOfAnyExcept(' ', '\t') is var visible and >= 0 ? visible : blanks.Length)];
            if (blanks.IndexOf('\t') is var tab and >= 0)
            {
                return new(source.File, line, tab + 1);
            }
        }

        return null;
    }

    /// <summary>The first line of spaces among the empty lines that precede a line; null for none.</summary>
    public static Location? BlanksBefore(SourceText source, int line)
    {
        Location? found = null;
        for (var i = line - 1; i > 0 && source.Line(i).Trim(' ').IsEmpty; i--)
        {
            found = source.Line(i).IsEmpty ? found : new(source.File, i, 1);
        }

        return found;
    }

    private static int Next(string text, int from) =>
        text.AsSpan(from).IndexOfAny(Foreign) is var found and >= 0 ? from + found : -1;
}
