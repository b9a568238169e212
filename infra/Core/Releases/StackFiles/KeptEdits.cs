using System.Collections.Immutable;
using System.Globalization;
using Infra.Definitions.Yaml;

namespace Infra.Releases.StackFiles;

/// <summary>Edits a list of releases in place: lines of dropped ones are removed, a new one is added, comments
/// stay.</summary>
internal static class KeptEdits
{
    /// <summary>The edits; null where the list is written in a form that cannot be edited safely.</summary>
    /// <param name="file">The file.</param>
    /// <param name="list">The list, all of whose items are releases.</param>
    /// <param name="now">The releases in it.</param>
    /// <param name="then">The releases that it must contain.</param>
    public static ImmutableArray<TextEdit>? Of(
        EditableText file, YamlNode.Sequence list, ImmutableArray<int> now, ImmutableArray<int> then)
    {
        if (now.SequenceEqual(then))
        {
            return [];
        }

        var staying = Staying(now, then);
        var added = then[staying.Count..];
        if (staying.Count == 0 || added.Length > 1)
        {
            return null;
        }

        var text = added.IsEmpty ? null : added[0].ToString(CultureInfo.InvariantCulture);
        return list.IsInBrackets()
            ? new BracketEdits(file, Spans(list), list.Source)
                .Edits(i => !staying.Contains(now[i]), text is null ? [] : [text])
            : Lines(file, list, i => !staying.Contains(now[i]), text);
    }

    /// <summary>Index of the dash before an item; null where something else precedes it.</summary>
    public static int? Dash(EditableText file, YamlNode item)
    {
        var start = ((YamlNode.Scalar)item).Source.Start;
        var before = file.Text.AsSpan(..start).TrimEnd(" \n");
        return before is [.. var rest, '-'] && file.IsFirstInLine(rest.Length) ? rest.Length : null;
    }

    /// <summary>The items that stay: the longest start of the new list that is already there in this order.</summary>
    private static HashSet<int> Staying(ImmutableArray<int> now, ImmutableArray<int> then)
    {
        var staying = new HashSet<int>();
        var rest = now.AsSpan();
        foreach (var release in then)
        {
            var at = rest.IndexOf(release);
            if (at < 0)
            {
                break;
            }

            staying.Add(release);
            rest = rest[(at + 1)..];
        }

        return staying;
    }

    private static ImmutableArray<SourceSpan> Spans(YamlNode.Sequence list) =>
        [.. list.Items.Select(item => ((YamlNode.Scalar)item).Source)];

    private static ImmutableArray<TextEdit>? Lines(
        EditableText file, YamlNode.Sequence list, Func<int, bool> goes, string? added)
    {
        var spans = Spans(list);
        var dashes = list.Items.Select(item => Dash(file, item)).ToArray();
        if (dashes.Any(dash => dash is null))
        {
            return null;
        }

        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        if (added is not null)
        {
            var last = Enumerable.Range(0, spans.Length).Last(i => !goes(i));
            var (dash, item) = (dashes[last]!.Value, spans[last]);
            var (indentation, opening) = (file.Text[file.LineStart(dash)..dash], file.Text[dash..item.Start]);
            opening = opening.Contains('\n', StringComparison.Ordinal) ? "- " : opening;
            edits.Add(file.InsertLineAfter(item.End, indentation + opening + added));
        }

        edits.AddRange(Enumerable.Range(0, spans.Length)
            .Where(goes)
            .Select(i => file.DeleteLines(dashes[i]!.Value, spans[i].End)));
        return edits.ToImmutable();
    }
}
