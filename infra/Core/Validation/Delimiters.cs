using System.Text.RegularExpressions;

namespace Infra.Validation;

/// <summary>Tells whether places of a text stand between delimiters: tags, fences or quotes.</summary>
internal static partial class Delimiters
{
    /// <summary>The first of some places, in their order, that stands between no delimiters; null when all do.</summary>
    public static int? FirstOutside(string text, IReadOnlyCollection<int> places)
    {
        if (places.Count == 0)
        {
            return null;
        }

        var marks = Marks().Matches(text).Select(mark => new Mark(mark)).ToArray();
        var open = new OpenMarks(marks);
        var quotes = new Quotes(text);
        var passed = 0;
        foreach (var place in places)
        {
            for (; passed < marks.Length && marks[passed].Index < place; passed++)
            {
                open.Pass(marks[passed]);
            }

            if (!open.Any && !quotes.Surround(place))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Tags such as <c>&lt;order&gt;</c> and <c>[INPUT]</c>, and fences.</summary>
    [GeneratedRegex(
        """
        </?[A-Za-z][\w.-]*|\[/?[A-Z][A-Z_]+\]|^\ *(```|~~~)|\"\"\"|'''
        """,
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Marks();

    /// <summary>An opening or closing tag, or a fence, which is either.</summary>
    private readonly record struct Mark(int Index, string Name, bool IsFence, bool IsClosingTag)
    {
        public Mark(Match match)
            : this(match.Index, match.Value.Replace("/", "", StringComparison.Ordinal).Trim(), match.Value[0] is not ('<' or '['), match.Value[1] is '/')
        {
        }

        public bool MayClose => IsFence || IsClosingTag;
    }

    /// <summary>What has been opened so far and will be closed.</summary>
    private sealed class OpenMarks(IReadOnlyCollection<Mark> marks)
    {
        private readonly Dictionary<string, int> _depths = new(StringComparer.Ordinal);

        private readonly Dictionary<string, int> _closingAhead = marks
            .GroupBy(mark => mark.Name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Count(mark => mark.MayClose), StringComparer.Ordinal);

        public bool Any => _depths.Count > 0;

        public void Pass(Mark mark)
        {
            var depth = _depths.GetValueOrDefault(mark.Name);
            depth = mark.IsFence ? 1 - depth : mark.IsClosingTag ? Math.Max(0, depth - 1) : depth + 1;
            _closingAhead[mark.Name] -= mark.MayClose ? 1 : 0;
            if (depth == 0 || _closingAhead[mark.Name] == 0)
            {
                _depths.Remove(mark.Name);
            }
            else
            {
                _depths[mark.Name] = depth;
            }
        }
    }
}
