using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Definitions.Yaml;

namespace Infra.Settings;

/// <summary>A key of <c>Pulumi.yaml</c> as Pulumi reads it: <c>bedrock-prompts:live.greeting-email</c> is an entry of
/// <c>live</c>.</summary>
/// <param name="Key">The key up to the first full stop or bracket.</param>
/// <param name="Inside">The keys below it, from the outermost.</param>
internal sealed partial record ConfigPath(string Key, ImmutableArray<string> Inside)
{
    /// <summary>The path for a full key.</summary>
    public static ConfigPath Of(string key)
    {
        var parts = Part().Matches(key)
            .Select(part => part.Groups)
            .Select(part => part["quoted"] is { Success: true } quoted ? quoted.Value : part["plain"].Value)
            .ToArray();
        return parts is [var first, .. var inside] ? new(first, [.. inside]) : new(key, []);
    }

    /// <summary>The value at the path; null for none.</summary>
    public YamlNode? In(ImmutableArray<YamlEntry> entries) =>
        Inside.Aggregate(Find(entries, Key), (node, key) => Find((node as YamlNode.Mapping)?.Entries ?? [], key));

    /// <summary>The entries with a value set at the path; null where something other than a mapping is in the
    /// way.</summary>
    public ImmutableArray<YamlEntry>? Set(ImmutableArray<YamlEntry> entries, YamlNode.Scalar at, YamlNode value) =>
        Set(entries, [Key, .. Inside], at, value);

    private static ImmutableArray<YamlEntry>? Set(
        ImmutableArray<YamlEntry> entries, ReadOnlySpan<string> path, YamlNode.Scalar at, YamlNode value)
    {
        var key = path[0];
        var there = entries.FirstOrDefault(entry => entry.Key.Text == key);
        if (path.Length == 1)
        {
            return entries.Add(new(at with { Text = key }, value));
        }

        return there is { Value: not YamlNode.Mapping }
            || Set((there?.Value as YamlNode.Mapping)?.Entries ?? [], path[1..], at, value) is not { } inside
            ? null
            : there is { Value: YamlNode.Mapping mapping }
                ? entries.Replace(there, there with { Value = mapping with { Entries = inside } })
                : entries.Add(new(at with { Text = key }, new YamlNode.Mapping(inside, at.At)));
    }

    private static YamlNode? Find(ImmutableArray<YamlEntry> entries, string key) =>
        entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    [GeneratedRegex("""\["(?<quoted>[^"]*)"\]|\.?(?<plain>[^.\[\]]+)""")]
    private static partial Regex Part();
}
