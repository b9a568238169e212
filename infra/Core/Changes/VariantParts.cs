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

    /// <summary>Tools by name; cache points among them belong to the frame.</summary>
    public static ImmutableSortedDictionary<string, Value> Tools(Value.Map variant) =>
        Maps(Map(Template(variant), "ToolConfiguration"), "Tools")
            .Select(tool => tool["ToolSpec"])
            .OfType<Value.Map>()
            .DistinctBy(tool => Text(tool["Name"]) ?? "")
            .ToImmutableSortedDictionary(tool => Text(tool["Name"]) ?? "", tool => (Value)tool, StringComparer.Ordinal);

    public static Value? ToolChoice(Value.Map variant) => Map(Template(variant), "ToolConfiguration")["ToolChoice"];

    /// <summary>Every text by its place: <c>text</c>, <c>system</c>, <c>message 2 (assistant)</c>.</summary>
    public static ImmutableSortedDictionary<string, string> Texts(Value.Map variant) => Blocks(variant)
        .Select(block => (block.Place, Text: Text(block.Content["Text"])))
        .Where(block => block.Text is not null)
        .GroupBy(block => block.Place, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(
            place => place.Key, place => string.Join('\n', place.Select(block => block.Text)), StringComparer.Ordinal);

    /// <summary>What surrounds the texts: the order of turns, blocks and cache points.</summary>
    public static Value Frame(Value.Map variant) => Shorthand.List(
        [
            .. Blocks(variant)
                .Where(block => block.Content["CachePoint"] is not null)
                .Select(block => (Value)$"cache point in {block.Place}"),
            .. Maps(Map(Template(variant), "ToolConfiguration"), "Tools")
                .Where(tool => tool["CachePoint"] is not null)
                .Select(_ => (Value)"cache point in tools"),
        ]);

    private static IEnumerable<(string Place, Value.Map Content)> Blocks(Value.Map variant)
    {
        var template = Template(variant);
        return Map(variant, "TemplateConfiguration")["Text"] is not null
            ? [("text", template)]
            : Maps(template, "System").Select(block => ("system", block))
                .Concat(Maps(template, "Messages").SelectMany((message, i) => Maps(message, "Content")
                    .Select(block => ($"message {i + 1} ({Text(message["Role"])})", block))));
    }

    private static Value.Map Template(Value.Map variant)
    {
        var configuration = Map(variant, "TemplateConfiguration");
        return configuration["Text"] as Value.Map ?? Map(configuration, "Chat");
    }
}
