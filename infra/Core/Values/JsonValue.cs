using System.Text.Json;

namespace Infra.Values;

/// <summary>Reads JSON that a target or a service wrote into a value.</summary>
public static class JsonValue
{
    /// <summary>The value of a JSON text.</summary>
    /// <exception cref="JsonException">
    /// The text is not JSON, or contains a number of more than 28 digits or half a surrogate pair.
    /// </exception>
    public static Value Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            return From(document.RootElement);
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("A text contains half a character: an escaped surrogate without its other half.");
        }
    }

    /// <summary>The value of a JSON element; where a key occurs twice, the last one counts.</summary>
    /// <exception cref="JsonException">A number has more than 28 digits.</exception>
    public static Value From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Shorthand.Map(element.EnumerateObject()
            .GroupBy(member => member.Name, StringComparer.Ordinal)
            .Select(members => (members.Key, (Value?)From(members.Last().Value)))),
        JsonValueKind.Array => Shorthand.List(element.EnumerateArray().Select(From)),
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Number => element.TryGetDecimal(out var number)
            ? number
            : throw new JsonException($"The number {element.GetRawText()} has too many digits."),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => new Value.Null(),
    };
}
