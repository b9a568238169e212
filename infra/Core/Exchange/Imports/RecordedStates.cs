using System.Collections.Immutable;
using System.Text.Json;
using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>Finds prompts and flows in what tools print about the resources that they manage: <c>terraform show
/// -json</c>, <c>pulumi stack export</c>, <c>aws cloudcontrol get-resource</c>.</summary>
internal static class RecordedStates
{
    /// <summary>The API's names of lists that are blocks in Terraform.</summary>
    private static readonly ImmutableDictionary<string, string> Lists = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("variant", "variants"), KeyValuePair.Create("input_variable", "inputVariables"),
            KeyValuePair.Create("message", "messages"), KeyValuePair.Create("system", "system"),
            KeyValuePair.Create("content", "content"), KeyValuePair.Create("tool", "tools"),
            KeyValuePair.Create("metadata", "metadata"), KeyValuePair.Create("node", "nodes"),
            KeyValuePair.Create("connection", "connections"), KeyValuePair.Create("condition", "conditions"),
            KeyValuePair.Create("stop_sequences", "stopSequences"),
        ]);

    /// <summary>The resources in the API's form, with their places.</summary>
    public static IEnumerable<(Value.Map Resource, string Place)> Of(Value.Map document) =>
        document switch
        {
            _ when document["ResourceDescription"] is Value.Map description =>
                Parsed(description["Properties"]) is { } properties
                    ? [(properties, "ResourceDescription.Properties")]
                    : [],
            _ when document["deployment"] is Value.Map deployment => Pulumi(deployment),
            _ when (document["values"] ?? document["planned_values"]) is Value.Map values =>
                Module(
                    ValueParts.Map(values, "root_module"),
                    document["values"] is null ? "planned_values.root_module" : "values.root_module"),
            _ => [],
        };

    private static IEnumerable<(Value.Map Resource, string Place)> Pulumi(Value.Map deployment) =>
        from resource in ValueParts.Maps(deployment, "resources").Select((map, i) => (Map: map, Index: i))
        where ValueParts.Text(resource.Map["type"]) is "aws-native:bedrock:Prompt" or "aws-native:bedrock:Flow"
        select (ValueParts.Map(resource.Map, "outputs"), $"deployment.resources[{resource.Index}].outputs");

    private static IEnumerable<(Value.Map Resource, string Place)> Module(Value.Map module, string place) =>
        (from resource in ValueParts.Maps(module, "resources").Select((map, i) => (Map: map, Index: i))
         where ValueParts.Text(resource.Map["type"]) is "aws_bedrockagent_prompt" or "aws_bedrockagent_flow"
         select (
             (Value.Map)OfBlocks(ValueParts.Map(resource.Map, "values")),
             $"{place}.resources[{resource.Index}].values"))
        .Concat(ValueParts.Maps(module, "child_modules")
            .SelectMany((child, i) => Module(child, $"{place}.child_modules[{i}]")));

    private static Value.Map? Parsed(Value? text)
    {
        try
        {
            return ValueParts.Text(text) is { } json ? JsonValue.Parse(json) as Value.Map : text as Value.Map;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Terraform's blocks in the API's form: a single block is a list with one item there, and what is not set
    /// is null or an empty list.</summary>
    private static Value OfBlocks(Value value) => value is not Value.Map map ? value : Shorthand.Map(
        from entry in map.Entries.ToArray()
        where entry.Value is not (Value.Null or Value.List { Items.IsEmpty: true })
            && entry.Key is not ("tags_all" or "region" or "timeouts")
        let isData = entry.Key is "tags" or "additional_model_request_fields"
        let key = Lists.GetValueOrDefault(entry.Key)
            ?? (entry.Key is "input" or "output" && entry.Value is Value.List { Items: [Value.Map { } first, ..] }
                && first["name"] is not null ? $"{entry.Key}s" : Camel(entry.Key))
        select (key, (Value?)(isData ? Parsed(entry.Value) ?? entry.Value : entry.Value switch
        {
            Value.List { Items: [Value.Map only] } when !Lists.ContainsKey(entry.Key) && !key.EndsWith('s') =>
                OfBlocks(only),
            Value.List list => Shorthand.List(list.Items.Select(OfBlocks)),
            var other => OfBlocks(other),
        })));

    private static string Camel(string key) => string.Concat(key.Split('_').Select((word, i) =>
        i == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
