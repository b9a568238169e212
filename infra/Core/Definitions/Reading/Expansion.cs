using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Definitions.Templates;
using Infra.Definitions.Yaml;

namespace Infra.Definitions.Reading;

/// <summary>Replaces includes and partials by their texts, so that a definition needs no other files.</summary>
public static class Expansion
{
    /// <summary>A copy of the mapping in which every <c>{ file: }</c> and <c>{{> partial}}</c> is replaced by its
    /// text.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="shape">Its shape, which says where texts are.</param>
    /// <param name="includes">The texts.</param>
    public static YamlNode Expand(YamlNode node, Shape shape, Includes includes) =>
        Expand(node, new Kind.Keys(shape), includes);

    private static YamlNode Expand(YamlNode node, Kind kind, Includes includes) => (kind, node) switch
    {
        _ when ReferenceEquals(kind, PromptShape.TextOrFile) => Text(includes.Read(node, []), node),
        _ when ReferenceEquals(kind, PromptShape.VerbatimOrFile) => Text(includes.ReadVerbatim(node, []), node),
        (Kind.Keys keys, YamlNode.Mapping mapping) =>
            Each(mapping, entry => keys.Shape[entry.Key.Text]?.Kind, includes),
        (Kind.Tagged tagged, YamlNode.Mapping mapping) => tagged[mapping.Text(tagged.Key)?.Value] is { } shape
            ? Expand(mapping, shape, includes)
            : mapping,
        (Kind.Later later, _) => Expand(node, later.Kind(), includes),
        (Kind.MapOf map, YamlNode.Mapping mapping) => Each(mapping, _ => map.Item, includes),
        (Kind.ListOf list, YamlNode.Sequence items) =>
            items with { Items = [.. items.Items.Select(item => Expand(item, list.Item, includes))] },
        (Kind.Either either, _) => ShapeCheck.Choose(either, node) is { } choice
            ? Expand(node, choice, includes)
            : node,
        _ => node,
    };

    private static YamlNode.Mapping Each(YamlNode.Mapping mapping, Func<YamlEntry, Kind?> kind, Includes includes) =>
        mapping with
        {
            Entries = [.. mapping.Entries.Select(entry => kind(entry) is { } known
            ? entry with { Value = Expand(entry.Value, known, includes) }
            : entry)],
        };

    private static YamlNode Text(TracedText? text, YamlNode node) => text is null ? node : YamlNodes.Text(text.Content);
}
