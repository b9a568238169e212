using System.Collections.Immutable;

namespace Infra.Definitions.Yaml;

/// <summary>Finds the keys that a mapping has already.</summary>
/// <remarks>Most mappings have a handful: to look through them costs less than an index, which larger ones get.
/// </remarks>
internal sealed class KeyPlaces
{
    private const int Few = 16;

    private Dictionary<string, YamlNode.Scalar>? _index;
    private List<string>? _repeated;

    /// <summary>Keys that were given again.</summary>
    public ImmutableArray<string> Repeated => _repeated is null ? [] : [.. _repeated];

    /// <summary>The key with this text among the entries so far, or null.</summary>
    public YamlNode.Scalar? Find(string text, ReadOnlySpan<YamlEntry> entries)
    {
        if (entries.Length > Few)
        {
            return Indexed(entries).GetValueOrDefault(text);
        }

        foreach (var entry in entries)
        {
            if (entry.Key.Text == text)
            {
                return entry.Key;
            }
        }

        return null;
    }

    /// <summary>Notes that a key was given again.</summary>
    public void Repeat(string text) => (_repeated ??= []).Add(text);

    private Dictionary<string, YamlNode.Scalar> Indexed(ReadOnlySpan<YamlEntry> entries)
    {
        var index = _index ??= new(StringComparer.Ordinal);
        foreach (var entry in entries[index.Count..])
        {
            index.Add(entry.Key.Text, entry.Key);
        }

        return index;
    }
}
