using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Spelling;

namespace Infra.Local.CloudControl;

/// <summary>The types of JSON values in schemas.</summary>
internal static class JsonKind
{
    /// <summary>Whether a value is of a type, or of one of several.</summary>
    public static bool IsOf(JsonElement type, JsonNode? node) => type.ValueKind is JsonValueKind.Array
        ? type.EnumerateArray().Any(alternative => IsOf(alternative, node))
        : (type.GetString(), node?.GetValueKind() ?? JsonValueKind.Null) switch
        {
            ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) => true,
            ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("integer", JsonValueKind.Number) => node!.ToJsonString().AsSpan().IndexOfAny('.', 'e', 'E') < 0,
            _ => false,
        };

    /// <summary>A type as messages name it.</summary>
    public static string Spelled(JsonElement type) => type.ValueKind is JsonValueKind.Array
        ? string.Join(" or ", type.EnumerateArray().Select(Spelled))
        : type.GetString() switch
        {
            "object" => "JSONObject",
            "array" => "JSONArray",
            var name => FirstLetter.Upper(name!),
        };

    /// <summary>The type of a value as messages name it.</summary>
    public static string Spelled(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => "JSONObject",
        JsonValueKind.Array => "JSONArray",
        JsonValueKind.String => "String",
        JsonValueKind.Number => node.ToJsonString().Contains('.', StringComparison.Ordinal) ? "Double" : "Integer",
        JsonValueKind.True or JsonValueKind.False => "Boolean",
        _ => "Null",
    };
}
