using System.Text.Json;

namespace Infra.Smoke.Json;

/// <summary>The keywords of a JSON schema with a number as argument.</summary>
internal static class SchemaNumbers
{
    /// <summary>The requirement of a keyword; null if it does not take a number, or not this one.</summary>
    public static SchemaRule? Rule(string keyword, decimal limit) => keyword switch
    {
        "minimum" => Number(value => value >= limit, $"less than {limit}"),
        "maximum" => Number(value => value <= limit, $"more than {limit}"),
        "exclusiveMinimum" => Number(value => value > limit, $"not more than {limit}"),
        "exclusiveMaximum" => Number(value => value < limit, $"not less than {limit}"),
        "multipleOf" when limit > 0 => Number(value => value % limit == 0, $"no multiple of {limit}"),
        _ when limit < 0 || !decimal.IsInteger(limit) => null,
        "minLength" => Length(size => size >= limit, $"shorter than {limit} characters"),
        "maxLength" => Length(size => size <= limit, $"longer than {limit} characters"),
        "minItems" => Size(JsonValueKind.Array, size => size >= limit, $"fewer than {limit} items"),
        "maxItems" => Size(JsonValueKind.Array, size => size <= limit, $"more than {limit} items"),
        "minProperties" => Size(JsonValueKind.Object, size => size >= limit, $"fewer than {limit} members"),
        "maxProperties" => Size(JsonValueKind.Object, size => size <= limit, $"more than {limit} members"),
        _ => null,
    };

    private static SchemaRule Number(Func<decimal, bool> fits, string otherwise) => (value, path) =>
        value.ValueKind is not JsonValueKind.Number || fits(Clamp(value))
            ? null
            : $"{path} is {value.GetRawText()}, {otherwise}";

    private static SchemaRule Length(Func<int, bool> fits, string otherwise) => (value, path) =>
        value.ValueKind is not JsonValueKind.String || fits(value.GetString()!.EnumerateRunes().Count())
            ? null
            : $"{path} is {otherwise}";

    private static SchemaRule Size(JsonValueKind kind, Func<int, bool> fits, string otherwise) => (value, path) =>
        value.ValueKind != kind || fits(kind is JsonValueKind.Array ? value.GetArrayLength() : value.GetPropertyCount())
            ? null
            : $"{path} has {otherwise}";

    /// <summary>A number beyond decimal's range counts as the largest or smallest one: it is beyond every limit that a
    /// schema can state.</summary>
    private static decimal Clamp(JsonElement value) =>
        value.TryGetDecimal(out var number) ? number : value.GetDouble() < 0 ? decimal.MinValue : decimal.MaxValue;
}
