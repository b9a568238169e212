using System.Buffers;

namespace Infra.Validation;

/// <summary>Finds out which parts of a text are between delimiters: tags, fences or quotes.</summary>
internal static class Delimiters
{
    private const string NameLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.";

    private static readonly SearchValues<char> Starts = SearchValues.Create("<[`~\"'");
    private static readonly SearchValues<char> OfName = SearchValues.Create(NameLetters);
    private static readonly string[] Fences = ["```", "~~~", "\"\"\"", "'''"];

    /// <summary>The first of some indices that is not between delimiters; null when all are.</summary>
    public static int? FirstOutside(string text, IReadOnlyCollection<int> places)
    {
        if (places.Count == 0)
        {
            return null;
        }

        var marks = Marks(text);
        var open = new OpenMarks(marks);
        var quotes = new Quotes(text);
        var passed = 0;
        foreach (var place in places)
        {
            for (; passed < marks.Count && marks[passed].Index < place; passed++)
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
    private static List<Mark> Marks(string text)
    {
        var marks = new List<Mark>();
        for (var at = Next(text, 0); at >= 0;)
        {
            var mark = text[at] is '<' or '[' ? Tag(text, at) : Fence(text, at);
            if (mark is { } found)
            {
                marks.Add(found);
            }

            at = Next(text, at + (mark is { IsFence: true } ? Fences[0].Length : 1));
        }

        return marks;
    }

    private static int Next(string text, int from) =>
        from < text.Length && text.AsSpan(from).IndexOfAny(Starts) is var found and >= 0 ? from + found : -1;

    /// <summary>A name in angle brackets, with or without attributes; a word of capitals in square brackets.</summary>
    private static Mark? Tag(string text, int at)
    {
        var closes = at + 1 < text.Length && text[at + 1] is '/';
        var rest = text.AsSpan(at + (closes ? 2 : 1));
        var name = rest[..(rest.IndexOfAnyExcept(OfName) is var end and >= 0 ? end : rest.Length)];
        var isTag = text[at] is '<'
            ? name is [>= 'A' and <= 'Z' or >= 'a' and <= 'z', ..]
            : name.Length > 1 && rest[name.Length..] is [']', ..] && !name.ContainsAnyExceptInRange('A', '_');
        return isTag ? new(at, $"{text[at]}{name}", IsFence: false, closes) : null;
    }

    private static Mark? Fence(string text, int at) =>
        Array.Find(Fences, fence => text.AsSpan(at).StartsWith(fence)) is { } found
            ? new(at, found, IsFence: true, IsClosingTag: false)
            : null;

    /// <summary>An opening or closing tag, or a fence, which is either.</summary>
    private sealed record Mark(int Index, string Name, bool IsFence, bool IsClosingTag)
    {
        public bool MayClose => IsFence || IsClosingTag;
    }

    /// <summary>The marks that have been opened and will be closed.</summary>
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
