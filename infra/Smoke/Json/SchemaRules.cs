using System.Collections.Immutable;
using System.Text.Json;
using Infra.Smoke.Expectations;

namespace Infra.Smoke.Json;

/// <summary>The requirement of each keyword of a JSON schema; a keyword does not apply to values of other
/// types.</summary>
internal static class SchemaRules
{
    public static readonly ImmutableArray<string> Types =
        ["object", "array", "string", "number", "integer", "boolean", "null"];

    /// <summary>The argument that a keyword must have, in words.</summary>
    public static string Expected(string keyword) => keyword switch
    {
        "properties" => "a mapping of schemas",
        "enum" => "a list with at least one value",
        "required" => "a list of names",
        "allOf" or "anyOf" or "oneOf" => "a list with at least one schema",
        "items" => "one schema for every item (a list of schemas is not supported)",
        "uniqueItems" => "true or false",
        _ => "a number",
    };

    public static SchemaRule Always(bool accept) => (_, path) => accept ? null : $"{path} is not allowed";

    public static SchemaRule HasType(ImmutableArray<string> types) => (value, path) =>
        types.Any(type => IsOfType(value, type)) ? null : $"{path} is {Name(value)}, not {string.Join(" or ", types)}";

    public static SchemaRule IsOneOf(ImmutableArray<JsonElement> values) => (value, path) =>
        values.Any(choice => JsonElement.DeepEquals(choice, value))
            ? null
            : $"{path} is {Quote(value)}, not {string.Join(" or ", values.Select(Quote))}";

    public static SchemaRule MatchesPattern(SafeRegex pattern) => (value, path) =>
        value.ValueKind is not JsonValueKind.String || pattern.IsMatch(value.GetString()!) is true
            ? null
            : $"{path} does not match {pattern}";

    public static SchemaRule IsUnique(bool unique) => (value, path) =>
        unique && value.ValueKind is JsonValueKind.Array && HasTwins([.. value.EnumerateArray()])
            ? $"{path} has an item twice"
            : null;

    public static SchemaRule Requires(ImmutableArray<string> names) => (value, path) =>
        value.ValueKind is not JsonValueKind.Object ? null : First(names.Select(name =>
            value.TryGetProperty(name, out _) ? null : $"{path} lacks '{name}'"));

    public static SchemaRule Members(ImmutableArray<(string Name, JsonSchema Schema)> members) => (value, path) =>
        value.ValueKind is not JsonValueKind.Object ? null : First(members.Select(member =>
            value.TryGetProperty(member.Name, out var found)
                ? member.Schema.Fault(found, $"{path}.{member.Name}")
                : null));

    public static SchemaRule OtherMembers(ImmutableHashSet<string> known, JsonSchema schema) => (value, path) =>
        value.ValueKind is not JsonValueKind.Object ? null : First(value.EnumerateObject()
            .Where(member => !known.Contains(member.Name))
            .Select(member => schema.Fault(member.Value, $"{path}.{member.Name}")));

    public static SchemaRule EachItem(JsonSchema schema) => (value, path) =>
        value.ValueKind is not JsonValueKind.Array ? null : First(value.EnumerateArray()
            .Select((item, i) => schema.Fault(item, $"{path}[{i}]")));

    public static SchemaRule FitsNot(JsonSchema schema) => (value, path) =>
        schema.Fits(value) ? $"{path} fits the schema of 'not'" : null;

    public static SchemaRule Combine(string keyword, ImmutableArray<JsonSchema> schemas) => keyword switch
    {
        "allOf" => (value, path) => First(schemas.Select(schema => schema.Fault(value, path))),
        "anyOf" => (value, path) => schemas.Any(schema => schema.Fits(value))
            ? null
            : $"{path} fits no schema of 'anyOf': {schemas[0].Fault(value, path)}, ...",
        _ => (value, path) => schemas.Count(schema => schema.Fits(value)) is var fitting and not 1
            ? $"{path} fits {fitting} schemas of 'oneOf', not one"
            : null,
    };

    private static string? First(IEnumerable<string?> faults) => faults.FirstOrDefault(fault => fault is not null);

    private static string Quote(JsonElement value) => $"'{JsonText.Of(value)}'";

    private static bool HasTwins(JsonElement[] items) =>
        items.Where((item, i) => items.Take(i).Any(earlier => JsonElement.DeepEquals(earlier, item))).Any();

    private static bool IsOfType(JsonElement value, string type) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("number", JsonValueKind.Number) or ("null", JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => double.IsInteger(value.GetDouble()),
        _ => false,
    };

    private static string Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
