using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>Finds a character of a scalar's content in the raw text that spells it.</summary>
public static class ScalarPlaces
{
    /// <summary>How much of the content is looked for in the raw text.</summary>
    private const int Needle = 24;

    /// <summary>The place of the content's character with this index; the scalar's start when it cannot be told.</summary>
    public static Location Locate(YamlNode.Scalar scalar, int offset) => scalar.Style is ScalarStyle.Literal
        ? InBlock(scalar, offset)
        : InFlow(scalar, offset);

    /// <summary>A literal block drops its header line and the indentation of every line, nothing else.</summary>
    private static Location InBlock(YamlNode.Scalar scalar, int offset)
    {
        var raw = scalar.Source.Source.Text;
        var before = scalar.Text.AsSpan(0, Math.Min(offset, scalar.Text.Length));
        var line = before.Count('\n');
        var column = before.Length - before.LastIndexOf('\n') - 1;
        var first = raw.IndexOf('\n', Math.Min(scalar.Source.Start, Math.Max(0, raw.Length - 1))) + 1;
        return new(scalar.At.File, scalar.At.Line + 1 + line, Indentation(raw, first, scalar.Text) + column + 1);
    }

    /// <summary>Raw blanks before the first line with content, less the blanks that are content themselves.</summary>
    private static int Indentation(string raw, int start, string content)
    {
        var contentLines = content.Split('\n');
        foreach (var contentLine in contentLines)
        {
            var end = raw.IndexOf('\n', start);
            var line = raw.AsSpan(start, (end < 0 ? raw.Length : end) - start);
            if (!line.TrimStart(' ').IsEmpty)
            {
                return Math.Max(0, line.Length - contentLine.Length);
            }

            if (end < 0)
            {
                break;
            }

            start = end + 1;
        }

        return 0;
    }

    /// <summary>
    /// Escapes and folding move characters about: the n-th occurrence of a stretch in the content is taken to be the
    /// n-th occurrence of it in the raw text.
    /// </summary>
    private static Location InFlow(YamlNode.Scalar scalar, int offset)
    {
        var stretch = scalar.Text.AsSpan(offset, Math.Min(Needle, scalar.Text.Length - offset));
        var end = stretch.IndexOfAny('\n', '\\', '"');
        stretch = end > 0 ? stretch[..end] : stretch;
        var nth = scalar.Text.AsSpan(0, offset).Count(stretch);
        var raw = scalar.Source.Raw;
        var at = 0;
        for (var i = 0; ; i++)
        {
            var next = stretch.IsEmpty ? -1 : raw[at..].IndexOf(stretch);
            if (next < 0)
            {
                return scalar.At;
            }

            if (i == nth)
            {
                return scalar.Source.Source.LocationOf(scalar.Source.Start + at + next);
            }

            at += next + stretch.Length;
        }
    }
}
