using System.Collections.Immutable;
using Infra.Definitions.Yaml;

namespace Infra.Releases.StackFiles;

/// <summary>Adds an entry to a file that does not have it, together with the mappings that lead to it.</summary>
internal static class NewEntryEdits
{
    /// <summary>The edits; null where the file is written in a way that is better left alone.</summary>
    /// <param name="file">The file.</param>
    /// <param name="root">What was read from it.</param>
    /// <param name="path">The keys that lead to the entry, its own last.</param>
    /// <param name="value">What it says, in one line.</param>
    public static ImmutableArray<TextEdit>? Of(
        StackFileText file, YamlNode root, ImmutableArray<string> path, string value)
    {
        YamlEntry? holder = null;
        for (var node = root; ; node = holder.Value)
        {
            if (node is not YamlNode.Mapping mapping)
            {
                return holder is not null && node is YamlNode.Scalar { IsNull: true } nothing
                    ? InPlaceOfNothing(file, holder.Key, nothing, path, value)
                    : null;
            }

            if (mapping[path[0]] is not { } next)
            {
                return mapping.IsInBrackets()
                    ? InBrackets(file, mapping, path, value)
                    : InLines(file, holder?.Key, mapping, path, value);
            }

            (holder, path) = (next, path[1..]);
        }
    }

    private static ImmutableArray<TextEdit>? InBrackets(
        StackFileText file, YamlNode.Mapping mapping, ImmutableArray<string> path, string value)
    {
        // As JSON does it, where the neighbours are JSON.
        var isJson = mapping.Entries is [.., { Key.Source.Raw: ['"', ..] }];
        var keys = path.Select(key => isJson ? $"\"{key}\"" : YamlScalars.OneLine(key)).ToArray();
        var entry = $"{string.Join(": { ", keys)}: {value}{string.Concat(Enumerable.Repeat(" }", keys.Length - 1))}";
        return mapping.Entries.IsEmpty
            ? [new(mapping.Source.Start, mapping.Source.End, $"{{ {entry} }}")]
            : new BracketEdits(file, [.. mapping.Entries.Select(Span)], mapping.Source).Edits(_ => false, entry);
    }

    private static ImmutableArray<TextEdit>? InLines(
        StackFileText file,
        YamlNode.Scalar? holder,
        YamlNode.Mapping mapping,
        ImmutableArray<string> path,
        string value)
    {
        var first = mapping.Entries[0].Key.Source.Start;
        var step = holder is null ? EntryEdits.Step : file.Column(first) - file.Column(holder.Source.Start);
        return file.IsFirstInLine(first) && step > 0
            ? [file.InsertLineAfter(mapping.End(), Lines(path, value, file.Column(first), step))]
            : null;
    }

    private static ImmutableArray<TextEdit>? InPlaceOfNothing(
        StackFileText file, YamlNode.Scalar holder, YamlNode.Scalar nothing, ImmutableArray<string> path, string value)
    {
        var column = file.Column(holder.Source.Start) + EntryEdits.Step;
        return file.IsFirstInLine(holder.Source.Start)
            ?
            [
                TextEdit.Delete(nothing.Source.Start, nothing.Source.End),
                file.InsertLineAfter(nothing.Source.End, Lines(path, value, column, EntryEdits.Step)),
            ]
            : null;
    }

    /// <summary>A line for each key, each further to the right.</summary>
    private static string Lines(ImmutableArray<string> path, string value, int column, int step) =>
        string.Join('\n', path.Select((key, i) =>
            $"{new string(' ', column + (i * step))}{YamlScalars.OneLine(key)}:")) + $" {value}";

    private static SourceSpan Span(YamlEntry entry) => entry.Key.Source with { End = entry.Value.End() };
}
