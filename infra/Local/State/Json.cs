using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Local.State;

/// <summary>Converts between immutable JSON, as in rows, and JSON that is being built.</summary>
internal static class Json
{
    /// <summary>The same as an immutable value.</summary>
    public static JsonElement Frozen(this JsonNode node) =>
        JsonSerializer.SerializeToElement(node, RowJson.Default.JsonNode);

    /// <summary>Some members of an object, as an immutable value.</summary>
    public static JsonElement Only(this JsonObject node, params ReadOnlySpan<string> members)
    {
        var kept = new JsonObject();
        foreach (var member in members)
        {
            if (node[member] is { } value)
            {
                kept[member] = value.DeepClone();
            }
        }

        return kept.Frozen();
    }

    /// <summary>A text in an object, or null.</summary>
    public static string? Text(this JsonElement element, string member) =>
        element.TryGetProperty(member, out var text) ? text.GetString() : null;

    /// <summary>A mutable copy.</summary>
    public static JsonObject Copied(this JsonElement element) => JsonObject.Create(element)!;
}
