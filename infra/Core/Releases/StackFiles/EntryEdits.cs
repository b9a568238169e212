using System.Collections.Immutable;
using System.Globalization;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Settings;

namespace Infra.Releases.StackFiles;

/// <summary>Changes the target of a listed name in a stack's file, in the form in which it is written.</summary>
internal static class EntryEdits
{
    /// <summary>The indentation of a mapping below its key, if the file does not show any.</summary>
    public const int Step = 2;

    /// <summary>The edits; null where the entry is written in a form that cannot be edited safely.</summary>
    public static ImmutableArray<TextEdit>? Of(EditableText file, YamlEntry entry, Target.Pinned target) =>
        entry.Value switch
        {
            YamlNode.Scalar { Style: ScalarStyle.Plain or ScalarStyle.Quoted, IsNull: false } word =>
                [new(word.Source.Start, word.Source.End, Spell(target))],
            YamlNode.Sequence list when Releases(list) is { } kept => target.Live == target.Kept[^1]
                ? KeptEdits.Of(file, list, kept, target.Kept)
                : kept.SequenceEqual(target.Kept) ? Wrap(file, entry.Key, list, target.Live) : null,
            YamlNode.Mapping mapping when Parts(mapping) is var (list, live) && Releases(list) is { } kept =>
                KeptEdits.Of(file, list, kept, target.Kept) is { } edits
                    ? [.. edits, new(live.Source.Start, live.Source.End, Number(target.Live))]
                    : null,
            _ => null,
        };

    /// <summary>A target on one line: a list if its last release is live, otherwise a mapping.</summary>
    public static string Spell(Target.Pinned target)
    {
        var kept = $"[{string.Join(", ", target.Kept.Select(Number))}]";
        return target.Live == target.Kept[^1] ? kept : $"{{ kept: {kept}, live: {Number(target.Live)} }}";
    }

    private static (YamlNode.Sequence Kept, YamlNode.Scalar Live)? Parts(YamlNode.Mapping mapping) =>
        mapping.Get("kept") is YamlNode.Sequence kept && mapping.Get("live") is YamlNode.Scalar live
            ? (kept, live)
            : null;

    private static ImmutableArray<int>? Releases(YamlNode.Sequence list)
    {
        var releases = list.Items.Select(item => YamlNodes.Map(("n", item)).Whole("n")?.Value);
        return list.Items.IsEmpty || releases.Contains(null) ? null : [.. releases.OfType<int>()];
    }

    /// <summary>Turns a list into the <c>kept</c> of a mapping; its items stay as written.</summary>
    private static ImmutableArray<TextEdit>? Wrap(
        EditableText file, YamlNode.Scalar key, YamlNode.Sequence list, int live)
    {
        if (list.IsInBrackets())
        {
            return
            [
                TextEdit.Insert(list.Source.Start, "{ kept: "),
                TextEdit.Insert(list.Source.End, $", live: {Number(live)} }}"),
            ];
        }

        if (KeptEdits.Dash(file, list.Items[0]) is not { } dash)
        {
            return null;
        }

        var indentation = new string(' ', Math.Max(file.Column(dash), file.Column(key.Source.Start) + Step));
        var shift = new string(' ', indentation.Length - file.Column(dash));
        return
        [
            TextEdit.Insert(file.LineStart(dash), $"{indentation}kept:\n"),
            .. shift.Length == 0 ? [] : Shift(file, dash, list.End(), shift),
            file.InsertLineAfter(list.End(), $"{indentation}live: {Number(live)}"),
        ];
    }

    private static IEnumerable<TextEdit> Shift(EditableText file, int first, int last, string by)
    {
        for (var line = file.LineStart(first); line <= last; line = file.LineEnd(line) + 1)
        {
            if (file.LineEnd(line) > line)
            {
                yield return TextEdit.Insert(line, by);
            }
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
