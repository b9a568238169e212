using System.Collections.Immutable;
using Infra.Definitions.Yaml;

namespace Infra.Releases.StackFiles;

/// <summary>Adds entries to a file that does not have them, including the mappings that contain them.</summary>
internal static class NewEntryEdits
{
    /// <summary>The edits; null where the file is written in a form that cannot be edited safely.</summary>
    /// <param name="file">The file.</param>
    /// <param name="root">What was read from it.</param>
    /// <param name="path">The keys that lead to the entries' mapping.</param>
    /// <param name="entries">The keys of the entries, and the value of each on one line.</param>
    public static ImmutableArray<TextEdit>? Of(
        EditableText file,
        YamlNode root,
        ImmutableArray<string> path,
        IReadOnlyCollection<(string Key, string Value)> entries)
    {
        YamlEntry? holder = null;
        for (var node = root; ; node = holder.Value)
        {
            if (node is not YamlNode.Mapping mapping)
            {
                return holder is not null && node is YamlNode.Scalar { IsNull: true } nothing
                    ? InPlaceOfNothing(file, holder.Key, nothing, path, entries)
                    : null;
            }

            if (path.IsEmpty || mapping[path[0]] is not { } next)
            {
                return mapping.IsInBrackets()
                    ? InBrackets(file, mapping, path, entries)
                    : InLines(file, holder?.Key, mapping, path, entries);
            }

            (holder, path) = (next, path[1..]);
        }
    }

    private static ImmutableArray<TextEdit>? InBrackets(
        EditableText file,
        YamlNode.Mapping mapping,
        ImmutableArray<string> path,
        IReadOnlyCollection<(string Key, string Value)> entries)
    {
        // In JSON's form where the other entries are JSON.
        var isJson = mapping.Entries is [.., { Key.Source.Raw: ['"', ..] }];
        ImmutableArray<string> added = [.. entries.Select(entry => $"{Key(entry.Key)}: {entry.Value}")];
        foreach (var key in path.Reverse())
        {
            added = [$"{Key(key)}: {{ {string.Join(", ", added)} }}"];
        }

        return mapping.Entries.IsEmpty
            ? [new(mapping.Source.Start, mapping.Source.End, $"{{ {string.Join(", ", added)} }}")]
            : new BracketEdits(file, [.. mapping.Entries.Select(Span)], mapping.Source).Edits(_ => false, added);

        string Key(string key) => isJson ? $"\"{key}\"" : YamlScalars.OneLine(key);
    }

    private static ImmutableArray<TextEdit>? InLines(
        EditableText file,
        YamlNode.Scalar? holder,
        YamlNode.Mapping mapping,
        ImmutableArray<string> path,
        IEnumerable<(string Key, string Value)> entries)
    {
        var first = mapping.Entries[0].Key.Source.Start;
        var step = holder is null ? EntryEdits.Step : file.Column(first) - file.Column(holder.Source.Start);
        return file.IsFirstInLine(first) && step > 0
            ? [file.InsertLineAfter(mapping.End(), Lines(path, entries, file.Column(first), step))]
            : null;
    }

    private static ImmutableArray<TextEdit>? InPlaceOfNothing(
        EditableText file,
        YamlNode.Scalar holder,
        YamlNode.Scalar nothing,
        ImmutableArray<string> path,
        IEnumerable<(string Key, string Value)> entries)
    {
        var column = file.Column(holder.Source.Start) + EntryEdits.Step;
        return file.IsFirstInLine(holder.Source.Start)
            ?
            [
                TextEdit.Delete(nothing.Source.Start, nothing.Source.End),
                file.InsertLineAfter(nothing.Source.End, Lines(path, entries, column, EntryEdits.Step)),
            ]
            : null;
    }

    /// <summary>A line for each key of the path, each indented further, and one for each entry.</summary>
    private static string Lines(
        ImmutableArray<string> path, IEnumerable<(string Key, string Value)> entries, int column, int step) =>
        string.Join('\n', path
            .Select((key, i) => Line(column + (i * step), $"{YamlScalars.OneLine(key)}:"))
            .Concat(entries.Select(entry => Line(
                column + (path.Length * step), $"{YamlScalars.OneLine(entry.Key)}: {entry.Value}"))));

    private static string Line(int column, string text) => new string(' ', column) + text;

    private static SourceSpan Span(YamlEntry entry) => entry.Key.Source with { End = entry.Value.End() };
}
