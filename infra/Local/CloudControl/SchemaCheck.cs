using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Local.CloudControl;

/// <summary>Checks properties against the schema of their type, with CloudFormation's messages.</summary>
internal sealed class SchemaCheck
{
    private readonly JsonElement definitions;
    private readonly List<string> broken = [];

    private SchemaCheck(JsonElement root) => root.TryGetProperty("definitions", out definitions);

    /// <summary>All violated rules, each with its place.</summary>
    public static IReadOnlyList<string> Broken(ResourceSchema schema, JsonObject properties)
    {
        var check = new SchemaCheck(schema.Root);
        check.Object(schema.Root, properties, "#");
        return check.broken;
    }

    private void Check(JsonElement schema, JsonNode? node, string path)
    {
        var target = Resolved(schema);
        if (target.TryGetProperty("type", out var type) && !JsonKind.IsOf(type, node))
        {
            broken.Add($"{path}: expected type: {JsonKind.Spelled(type)}, found: {JsonKind.Spelled(node)}");
            return;
        }

        Alternatives(target, node, path);
        switch (node)
        {
            case JsonObject value:
                Object(target, value, path);
                break;
            case JsonArray items:
                Array(target, items, path);
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                Text(target, value.GetValue<string>(), path);
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.Number:
                Number(target, value, path);
                break;
            default:
                break;
        }
    }

    private void Object(JsonElement schema, JsonObject node, string path)
    {
        broken.AddRange(Strings(schema, "required")
            .Where(name => !node.ContainsKey(name))
            .Select(name => $"{path}: required key [{name}] not found"));
        Size(schema, ("minProperties", "maxProperties"), node.Count, path);
        foreach (var (name, value) in node)
        {
            if (PropertyOf(schema, name) is { } property)
            {
                Check(property, value, $"{path}/{name}");
            }
            else if (schema.TryGetProperty("additionalProperties", out var additional)
                && additional.ValueKind is JsonValueKind.False)
            {
                broken.Add($"{path}: extraneous key [{name}] is not permitted");
            }
        }
    }

    private void Array(JsonElement schema, JsonArray node, string path)
    {
        Size(schema, ("minItems", "maxItems"), node.Count, path);
        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.ValueKind is JsonValueKind.True
            && node.Select(item => item?.ToJsonString()).Distinct().Count() < node.Count)
        {
            broken.Add($"{path}: array items are not unique");
        }

        for (var index = 0; schema.TryGetProperty("items", out var items) && index < node.Count; index++)
        {
            Check(items, node[index], $"{path}/{index}");
        }
    }

    private void Text(JsonElement schema, string text, string path)
    {
        Size(schema, ("minLength", "maxLength"), text.Length, path);
        if (schema.TryGetProperty("pattern", out var pattern) && !Matches(pattern.GetString()!, text))
        {
            broken.Add($"{path}: failed validation constraint for keyword [pattern]");
        }

        if (schema.TryGetProperty("enum", out _) && !Strings(schema, "enum").Contains(text, StringComparer.Ordinal))
        {
            broken.Add($"{path}: {text} is not a valid enum value");
        }
    }

    private void Number(JsonElement schema, JsonValue node, string path)
    {
        var number = double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);
        if (schema.TryGetProperty("minimum", out var minimum) && number < minimum.GetDouble())
        {
            broken.Add($"{path}: {node.ToJsonString()} is not greater or equal to {minimum.GetRawText()}");
        }

        if (schema.TryGetProperty("maximum", out var maximum) && number > maximum.GetDouble())
        {
            broken.Add($"{path}: {node.ToJsonString()} is not less or equal to {maximum.GetRawText()}");
        }
    }

    private void Alternatives(JsonElement schema, JsonNode? node, string path)
    {
        if (schema.TryGetProperty("oneOf", out var one) && Tried(one, node, path) is var tried
            && tried.Count(findings => findings.Count is 0) is var matched and not 1)
        {
            broken.Add($"{path}: #: {matched} subschemas matched instead of one");
            broken.AddRange(tried.MinBy(findings => findings.Count)!);
        }

        if (schema.TryGetProperty("anyOf", out var any) && Tried(any, node, path).All(findings => findings.Count > 0))
        {
            broken.Add($"{path}: #: no subschema matched out of the total {any.GetArrayLength()} subschemas");
        }
    }

    /// <summary>The mismatches with each alternative; the closest one is most likely what was meant.</summary>
    private List<List<string>> Tried(JsonElement alternatives, JsonNode? node, string path) =>
        [.. alternatives.EnumerateArray().Select(alternative =>
        {
            var before = broken.Count;
            Check(alternative, node, path);
            var findings = broken[before..];
            broken.RemoveRange(before, findings.Count);
            return findings;
        })];

    private void Size(JsonElement schema, (string Min, string Max) limits, int size, string path)
    {
        if (schema.TryGetProperty(limits.Min, out var min) && size < min.GetInt32())
        {
            broken.Add(limits.Min switch
            {
                "minLength" => $"{path}: expected minLength: {min}, actual: {size}",
                "minItems" => $"{path}: expected minimum item count: {min}, found: {size}",
                _ => $"{path}: minimum size: [{min}], found: [{size}]",
            });
        }

        if (schema.TryGetProperty(limits.Max, out var max) && size > max.GetInt32())
        {
            broken.Add(limits.Max switch
            {
                "maxLength" => $"{path}: expected maxLength: {max}, actual: {size}",
                "maxItems" => $"{path}: expected maximum item count: {max}, found: {size}",
                _ => $"{path}: maximum size: [{max}], found: [{size}]",
            });
        }
    }

    private static JsonElement? PropertyOf(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var property)
            ? property
            : schema.TryGetProperty("patternProperties", out var patterns)
                ? patterns.EnumerateObject()
                    .Where(pattern => Matches(pattern.Name, name))
                    .Select(pattern => (JsonElement?)pattern.Value)
                    .FirstOrDefault()
                : null;

    private JsonElement Resolved(JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? definitions.GetProperty(reference.GetString()!["#/definitions/".Length..])
        : schema;

    private static bool Matches(string pattern, string text) =>
        Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> Strings(JsonElement schema, string list) =>
        schema.TryGetProperty(list, out var items) ? items.EnumerateArray().Select(item => item.GetString()!) : [];
}
