using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Definitions.Yaml;

/// <summary>Builds nodes for writing; their places have no meaning.</summary>
public static class YamlNodes
{
    /// <summary>A text, in quotes where YAML requires them.</summary>
    public static YamlNode.Scalar Text(string text) => new(text, ScalarStyle.Quoted, default, default);

    /// <summary>A number, flag or word, written as it is.</summary>
    public static YamlNode.Scalar Plain(string text) => new(text, ScalarStyle.Plain, default, default);

    /// <summary>A list.</summary>
    public static YamlNode.Sequence List(params IEnumerable<YamlNode> items) => new([.. items], default);

    /// <summary>A mapping in the order given; entries whose value is null are left out.</summary>
    public static YamlNode.Mapping Map(params IEnumerable<(string Key, YamlNode? Value)> entries) => new(
        entries
            .Where(entry => entry.Value is not null)
            .Select(entry => new YamlEntry(Text(entry.Key), entry.Value!))
            .ToImmutableArray(),
        default);

    /// <summary>A node for any JSON.</summary>
    public static YamlNode Of(Value value) => value switch
    {
        Value.Number number => Plain(CanonicalJson.Number(number.Content)),
        Value.Flag flag => Plain(flag.Content ? "true" : "false"),
        Value.Null => Plain("null"),
        Value.List list => List(list.Items.Select(Of)),
        Value.Map map => Map(map.Entries.Select(entry => (entry.Key, (YamlNode?)Of(entry.Value)))),
        Value.Document document => Of(document.Content),
        Value.Text text => Text(text.Content),
        _ => throw new ArgumentException(
            $"{value.GetType().Name} is known to the cloud alone and cannot be written as YAML."),
    };
}
