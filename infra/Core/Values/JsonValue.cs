using System.Text.Json;

namespace Infra.Values;

/// <summary>Reads JSON as a value: the way back from what a target or a service wrote.</summary>
public static class JsonValue
{
    /// <summary>A JSON text as a value.</summary>
    /// <exception cref="JsonException">
    /// The text is not JSON, or holds a number beyond 28 digits or half a character.
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

    /// <summary>A JSON element as a value; of a key given twice, the last counts.</summary>
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
