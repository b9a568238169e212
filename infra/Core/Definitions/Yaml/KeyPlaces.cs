using System.Collections.Immutable;

namespace Infra.Definitions.Yaml;

/// <summary>Finds the keys that a mapping has so far.</summary>
/// <remarks>Most mappings have few keys, which are searched faster without an index; only larger ones get
/// one.</remarks>
internal sealed class KeyPlaces
{
    private const int Few = 16;

    private Dictionary<string, YamlNode.Scalar>? _index;
    private List<string>? _repeated;

    /// <summary>Keys that are given more than once.</summary>
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

    /// <summary>Records that a key is given again.</summary>
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
