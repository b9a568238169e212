using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Settings;

namespace Infra.Releases.StackFiles;

/// <summary>Checks that an edited file says what it should, and nothing else has changed.</summary>
internal static class StackFileProof
{
    /// <summary>Whether the text has the new targets and is otherwise equivalent to what was read before.</summary>
    /// <param name="edited">The text.</param>
    /// <param name="project">The project's configuration.</param>
    /// <param name="path">The keys that lead to the targets.</param>
    /// <param name="moves">The new targets by name.</param>
    /// <param name="before">The root that was read before.</param>
    public static bool OnlyServes(
        SourceText edited,
        ProjectConfig project,
        ImmutableArray<string> path,
        ImmutableArray<(string Name, Target.Pinned Target)> moves,
        YamlNode before)
    {
        var names = moves.Select(move => move.Name).ToHashSet(StringComparer.Ordinal);
        return YamlCursor.Read(edited, []) is { } after
            && SettingsReader.ReadText(edited, project).Value is { Live: var live }
            && moves.All(move => live.GetValueOrDefault(move.Name) is Target.Pinned read
                && read.Live == move.Target.Live
                && read.Kept.SequenceEqual(move.Target.Kept))
            && IsSame(Without(before, path.AsSpan(), names), Without(after, path.AsSpan(), names));
    }

    /// <summary>Whether the text is equivalent to what was read before, except for one removed entry.</summary>
    /// <param name="edited">The text.</param>
    /// <param name="path">The keys that lead to the setting.</param>
    /// <param name="name">The entry.</param>
    /// <param name="before">The root that was read before.</param>
    public static bool OnlyLacks(SourceText edited, ImmutableArray<string> path, string name, YamlNode before)
    {
        var report = new List<Diagnostic>();
        var after = YamlCursor.Read(edited, report);
        return !report.HasErrors()
            && path.Aggregate(after, (node, key) => node.Get(key)).Get(name) is null
            && IsSame(Without(before, path.AsSpan(), [name]), Without(after, path.AsSpan(), [name]));
    }

    /// <summary>Whether all edits are between an entry's key and the end of its last line.</summary>
    public static bool StaysWithin(YamlEntry entry, EditableText file, IEnumerable<TextEdit> edits)
    {
        var (start, end) = (entry.Key.Source.Start, file.LineEnd(entry.Value.End()));
        return edits.All(edit => start <= edit.Start && edit.End <= Math.Min(end + 1, file.Text.Length));
    }

    /// <summary>A mapping without some entries, and without mappings that had no other entries.</summary>
    private static YamlNode? Without(YamlNode? node, ReadOnlySpan<string> path, HashSet<string> names)
    {
        if (node is not YamlNode.Mapping mapping)
        {
            return node is YamlNode.Scalar { IsNull: true } ? null : node;
        }

        var entries = new List<YamlEntry>();
        foreach (var entry in mapping.Entries)
        {
            var value = path.IsEmpty ? (names.Contains(entry.Key.Text) ? null : entry.Value)
                : entry.Key.Text != path[0] ? entry.Value
                : Without(entry.Value, path[1..], names);
            if (value is not null)
            {
                entries.Add(entry with { Value = value });
            }
        }

        return entries.Count == 0 ? null : mapping with { Entries = [.. entries] };
    }

    private static bool IsSame(YamlNode? left, YamlNode? right) => (left, right) switch
    {
        (null, null) => true,
        (YamlNode.Scalar a, YamlNode.Scalar b) => a.Text == b.Text && a.Style == b.Style,
        (YamlNode.Sequence a, YamlNode.Sequence b) => a.Items.Length == b.Items.Length
            && a.Items.Zip(b.Items).All(pair => IsSame(pair.First, pair.Second)),
        (YamlNode.Mapping a, YamlNode.Mapping b) => a.Entries.Length == b.Entries.Length
            && a.Entries.Zip(b.Entries).All(pair =>
                pair.First.Key.Text == pair.Second.Key.Text && IsSame(pair.First.Value, pair.Second.Value)),
        _ => false,
    };
}
