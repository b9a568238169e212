using System.Collections.Immutable;
using Infra.Values;
using static Infra.Values.ValueParts;

namespace Infra.Changes;

/// <summary>Finds the parts of a rendered variant.</summary>
internal static class VariantParts
{
    public static Value.Map Inference(Value.Map variant) => Map(Map(variant, "InferenceConfiguration"), "Text");

    public static ImmutableArray<string> Variables(Value.Map variant) =>
        [.. Maps(Template(variant), "InputVariables").Select(variable => Text(variable["Name"])).OfType<string>()];

    /// <summary>The agent that answers instead of a model, or null.</summary>
    public static Value? Agent(Value.Map variant) =>
        Map(Map(variant, "GenAiResource"), "Agent")["AgentIdentifier"] ?? variant["GenAiResource"];

    /// <summary>The tools in order; of a name given twice, the first.</summary>
    public static ImmutableArray<Value.Map> Tools(Value.Map variant) =>
        [.. Maps(ToolConfiguration(variant), "Tools").Select(tool => tool["ToolSpec"]).OfType<Value.Map>()];

    /// <summary>The name of a tool.</summary>
    public static string NameOf(Value.Map part) => Text(part["Name"]) ?? "";

    public static Value? ToolChoice(Value.Map variant) => ToolConfiguration(variant)["ToolChoice"];

    /// <summary>The metadata in order; of a key given twice, the first.</summary>
    public static ImmutableArray<(string Key, Value? Value)> Metadata(Value.Map variant) =>
    [
        .. Maps(variant, "Metadata")
            .Select(pair => (Key: Text(pair["Key"]) ?? "", Value: pair["Value"]))
            .DistinctBy(pair => pair.Key),
    ];

    /// <summary>Every text by its place, as in <c>text</c>, <c>system</c>, <c>message 2 (assistant)</c>; several texts
    /// in one place are numbered.</summary>
    public static ImmutableSortedDictionary<string, string> Texts(Value.Map variant) => Blocks(variant)
        .Where(block => Text(block.Content["Text"]) is not null)
        .GroupBy(block => block.Place, StringComparer.Ordinal)
        .SelectMany(place => place.Select((block, i) => (
            Place: i == 0 ? place.Key : $"{place.Key}, text {i + 1}", Text: Text(block.Content["Text"])!)))
        .ToImmutableSortedDictionary(text => text.Place, text => text.Text, StringComparer.Ordinal);

    /// <summary>The places of the cache points.</summary>
    public static Value CachePoints(Value.Map variant) => Shorthand.List(
        Blocks(variant)
            .GroupBy(block => block.Place, StringComparer.Ordinal)
            .SelectMany(place => CachePoints(place.Key, [.. place.Select(block => block.Content)]))
            .Concat(CachePoints("tools", Maps(ToolConfiguration(variant), "Tools"))));

    private static IEnumerable<Value> CachePoints(string place, ImmutableArray<Value.Map> blocks) => blocks.Index()
        .Where(block => block.Item["CachePoint"] is not null)
        .Select(block => (Value)(blocks.Length == 1 || block.Item["Text"] is not null
            ? place
            : $"{place}, block {block.Index + 1} of {blocks.Length}"));

    private static IEnumerable<(string Place, Value.Map Content)> Blocks(Value.Map variant)
    {
        var template = Template(variant);
        return Map(variant, "TemplateConfiguration")["Text"] is not null
            ? [("text", template)]
            : Maps(template, "System").Select(block => ("system", block))
                .Concat(Maps(template, "Messages").SelectMany((message, i) => Maps(message, "Content")
                    .Select(block => ($"message {i + 1} ({Text(message["Role"])})", block))));
    }

    private static Value.Map ToolConfiguration(Value.Map variant) => Map(Template(variant), "ToolConfiguration");

    private static Value.Map Template(Value.Map variant)
    {
        var configuration = Map(variant, "TemplateConfiguration");
        return configuration["Text"] as Value.Map ?? Map(configuration, "Chat");
    }
}
