using System.Text.Json.Nodes;
using static Infra.Tests.Support.CutText;

namespace Infra.Tests.Local.CloudControl;

/// <summary>
/// Cuts the official schema of a resource type to what a deployment can meet: without descriptions, links, rights and
/// definitions that nothing names; sorted, one property a line.
/// </summary>
internal static class ResourceSchemaCut
{
    /// <summary>What is kept, in the order in which it is written.</summary>
    private static readonly string[] OfSchemas =
    [
        "typeName", "primaryIdentifier", "required", "createOnlyProperties", "readOnlyProperties",
        "writeOnlyProperties", "additionalProperties", "handlers",
    ];

    private static readonly HashSet<string> Words = new(["description", "$comment"], StringComparer.Ordinal);

    /// <summary>The embedded form of an official schema.</summary>
    /// <param name="official">The official schema; an embedded one has the same form, and is cut to itself.</param>
    /// <param name="source">Where the official one is from.</param>
    public static string Of(JsonObject official, string source)
    {
        var said = OfSchemas.Where(key => official[key] is not null).Select(key =>
            $"  \"{key}\": {Spell(key is "handlers" ? Handlers(official[key]!.AsObject()) : official[key])},\n");
        var properties = Plain(official["properties"]!, isNames: true)!.AsObject();
        var definitions = Used(official["definitions"]?.AsObject() ?? [], properties);
        var defined = definitions.Count == 0 ? ""
            : $"  \"definitions\": {{\n{Lines(definitions.Select(entry => (entry.Key, entry.Value)))}\n  }},\n";
        return $"{{\n  \"source\": {Spell(source)},\n{string.Concat(said)}{defined}  \"properties\": {{\n"
            + $"{Lines(properties.Select(entry => (entry.Key, entry.Value!.AsObject())))}\n  }}\n}}\n";
    }

    /// <summary>Which handlers there are, and what a list must be given.</summary>
    private static JsonObject Handlers(JsonObject handlers) => new(
        from handler in handlers.OrderBy(handler => handler.Key, StringComparer.Ordinal)
        let required = handler.Value!["handlerSchema"]?["required"]
        select KeyValuePair.Create(handler.Key, (JsonNode?)(required is null
            ? new JsonObject()
            : new JsonObject { ["handlerSchema"] = new JsonObject { ["required"] = required.DeepClone() } })));

    private static SortedDictionary<string, JsonObject> Used(JsonObject definitions, JsonNode properties)
    {
        var used = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        Follow(properties);
        return used;

        void Follow(JsonNode? node)
        {
            if (node is JsonValue value && value.TryGetValue<string>(out var text)
                && text.StartsWith("#/definitions/", StringComparison.Ordinal)
                && text["#/definitions/".Length..] is var name && !used.ContainsKey(name))
            {
                used[name] = Plain(definitions[name]!, isNames: false)!.AsObject();
                Follow(used[name]);
            }

            foreach (var inner in node switch
            {
                JsonObject entries => entries.Select(entry => entry.Value),
                JsonArray items => items,
                _ => [],
            })
            {
                Follow(inner);
            }
        }
    }

    /// <summary>A part without words for people; its keys are sorted, and where they are names none of them is a word.
    /// </summary>
    private static JsonNode? Plain(JsonNode? node, bool isNames) => node switch
    {
        JsonObject entries => new JsonObject(
            from entry in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            where isNames || !Words.Contains(entry.Key)
            select KeyValuePair.Create(
                entry.Key, Plain(entry.Value, !isNames && entry.Key is "properties" or "patternProperties"))),
        JsonArray items => new JsonArray([.. items.Select(item => Plain(item, isNames: false))]),
        JsonValue value => value.DeepClone(),
        _ => null,
    };
}
