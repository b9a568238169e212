using Infra.Definitions.Yaml;

namespace Infra.Releases.StackFiles;

/// <summary>Removes an entry from a setting, and the setting if it has no other entry.</summary>
internal static class EntryRemoval
{
    /// <summary>The edit; null where the entry is written in a form that cannot be edited safely.</summary>
    /// <param name="file">The file.</param>
    /// <param name="config">The mapping of settings.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="name">The key of the entry.</param>
    public static TextEdit? Of(EditableText file, YamlNode? config, string setting, string name) =>
        config is YamlNode.Mapping settings
        && settings[setting] is { Value: YamlNode.Mapping entries } outer
        && entries[name] is { } entry
            ? entries.Entries.Length == 1 ? Out(file, settings, outer) : Out(file, entries, entry)
            : null;

    private static TextEdit? Out(EditableText file, YamlNode.Mapping map, YamlEntry entry)
    {
        var (start, end) = (entry.Key.Source.Start, entry.Value.End());
        if (!map.IsInBrackets())
        {
            return file.IsFirstInLine(start) ? file.DeleteLines(start, end) : null;
        }

        var at = map.Entries.IndexOf(entry);
        return at + 1 < map.Entries.Length ? TextEdit.Delete(start, map.Entries[at + 1].Key.Source.Start)
            : at > 0 ? TextEdit.Delete(map.Entries[at - 1].Value.End(), end)
            : TextEdit.Delete(start, end);
    }
}
