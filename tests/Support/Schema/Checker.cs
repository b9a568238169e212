using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Values;

namespace Infra.Tests.Support.Schema;

/// <summary>Checks a value against a JSON schema, as far as the official schemas use that language.</summary>
/// <remarks>What only the cloud knows (a reference, a join) passes as any text.</remarks>
/// <param name="Root">The document that <c>$ref</c> points into.</param>
/// <param name="ClosedObjects">An object with no word on additional properties takes none.</param>
/// <param name="ExactlyOne">One alternative of <c>oneOf</c> must hold and no other; else at least one.</param>
internal sealed record Checker(JsonElement Root, bool ClosedObjects, bool ExactlyOne)
{
    /// <summary>What the checker understands, and what says nothing about a value.</summary>
    public static readonly IReadOnlySet<string> Keywords = new HashSet<string>(StringComparer.Ordinal)
    {
        "type", "$ref", "oneOf", "anyOf", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum",
        "items", "minItems", "maxItems", "uniqueItems", "properties", "required", "additionalProperties",
        "patternProperties", "minProperties", "maxProperties", "format", "insertionOrder", "default", "enumRef",
    };

    /// <summary>Everything wrong with the value, each with its place.</summary>
    public IEnumerable<string> Check(Value value, JsonElement schema, string path)
    {
        value = value is Value.Document document ? document.Content : value;
        return [.. Alternatives(value, schema, path), .. Referenced(value, schema, path), .. Kind(value, schema, path)];
    }

    private static string? Reference(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) && reference.GetString() is ['#', ..] text ? text : null;

    private IEnumerable<string> Referenced(Value value, JsonElement schema, string path) =>
        Reference(schema)?.Split('/', 3) is [_, var section, var name]
            ? Check(value, Root.GetProperty(section).GetProperty(name), path)
            : [];

    private IEnumerable<string> Alternatives(Value value, JsonElement schema, string path)
    {
        foreach (var keyword in (string[])["oneOf", "anyOf"])
        {
            if (!schema.TryGetProperty(keyword, out var alternatives))
            {
                continue;
            }

            var findings = alternatives.EnumerateArray().Select(item => Check(value, item, path).ToList()).ToList();
            var holding = findings.Count(found => found.Count == 0);
            if (holding == 0)
            {
                yield return $"{path}: no alternative holds: {string.Join(" | ", findings.SelectMany(found => found))}";
            }
            else if (holding > 1 && ExactlyOne && keyword is "oneOf")
            {
                yield return $"{path}: {holding} alternatives hold, one is allowed";
            }
        }
    }

    private IEnumerable<string> Kind(Value value, JsonElement schema, string path)
    {
        var types = Types(schema);
        if (types.Count > 0 && !types.Any(type => Is(value, type)))
        {
            return [$"{path}: {value.GetType().Name} where {string.Join(" or ", types)} is expected"];
        }

        return value switch
        {
            Value.Text text => TextRules.Check(text.Content, schema, path),
            Value.Number number => NumberRules.Check(number.Content, schema, path),
            Value.List list => NumberRules.Count(list.Items.Length, schema, "Items", path)
                .Concat(Items(list, schema, path)),
            Value.Map map => NumberRules.Count(map.Entries.Count, schema, "Properties", path)
                .Concat(Members(map, schema, path)),
            _ => [],
        };
    }

    private static List<string> Types(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(item => item.GetString()!)]
        : [type.GetString()!];

    private static bool Is(Value value, string type) => (type, value) switch
    {
        ("string", Value.Text or Value.Ref or Value.Join or Value.Pseudo) => true,
        ("number", Value.Number) => true,
        ("integer", Value.Number number) => decimal.IsInteger(number.Content),
        ("boolean", Value.Flag) => true,
        ("array", Value.List) => true,
        ("object", Value.Map) => true,
        ("null", Value.Null) => true,
        _ => false,
    };

    private IEnumerable<string> Items(Value.List list, JsonElement schema, string path)
    {
        var unique = schema.TryGetProperty("uniqueItems", out var flag) && flag.GetBoolean();
        if (unique && list.Items.DistinctBy(CanonicalJson.Compact, StringComparer.Ordinal).Count() < list.Items.Length)
        {
            yield return $"{path}: items repeat";
        }

        if (schema.TryGetProperty("items", out var items))
        {
            foreach (var finding in list.Items.SelectMany((item, index) => Check(item, items, $"{path}[{index}]")))
            {
                yield return finding;
            }
        }
    }

    private IEnumerable<string> Members(Value.Map map, JsonElement schema, string path)
    {
        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()!)
            : [];
        return
        [
            .. required.Where(name => map[name] is null).Select(name => $"{path}: {name} is missing"),
            .. map.Entries.SelectMany(entry => Member(entry.Key, entry.Value, schema, $"{path}.{entry.Key}")),
        ];
    }

    private IEnumerable<string> Member(string key, Value value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(key, out var known))
        {
            return Check(value, known, path);
        }

        if (schema.TryGetProperty("patternProperties", out var patterns)
            && patterns.EnumerateObject().Where(pattern => Regex.IsMatch(key, pattern.Name)).ToList() is [var own, ..])
        {
            return Check(value, own.Value, path);
        }

        var closed = ClosedObjects && schema.TryGetProperty("type", out _) && Reference(schema) is null;
        return schema.TryGetProperty("additionalProperties", out var additional)
            ? additional.ValueKind switch
            {
                JsonValueKind.True => [],
                JsonValueKind.False => [$"{path}: unknown"],
                _ => Check(value, additional, path),
            }
            : closed ? [$"{path}: unknown"] : [];
    }
}
