using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Values;

/// <summary>The one JSON spelling of a value: keys in ordinal order, numbers in shortest form,
/// nothing escaped needlessly.</summary>
/// <remarks>
/// Digests are taken over the compact form, so it may never change. What only the cloud knows is written as an
/// object with one key that no document can hold: <c>{"$ref": "name.Attribute"}</c>, <c>{"$pseudo": "Region"}</c>,
/// <c>{"$join": [...]}</c>.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>Compact, for digests and comparison.</summary>
    public static string Compact(Value value) => Encoding.UTF8.GetString(Bytes(value, indented: false).Span);

    /// <summary>Indented, for people.</summary>
    public static string Indented(Value value) => Encoding.UTF8.GetString(Bytes(value, indented: true).Span);

    /// <summary>The shortest decimal spelling: no exponent, no trailing zeros.</summary>
    public static string Number(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>Writes a value where JSON is being written.</summary>
    public static void Write(Utf8JsonWriter json, Value value)
    {
        switch (value)
        {
            case Value.Text text:
                json.WriteStringValue(text.Content);
                break;
            case Value.Number number:
                json.WriteRawValue(Number(number.Content), skipInputValidation: true);
                break;
            case Value.Flag flag:
                json.WriteBooleanValue(flag.Content);
                break;
            case Value.Null:
                json.WriteNullValue();
                break;
            case Value.List list:
                WriteList(json, list.Items);
                break;
            case Value.Map map:
                WriteMap(json, map);
                break;
            case Value.Document document:
                Write(json, document.Content);
                break;
            case Value.Ref reference:
                WriteUnknown(json, "$ref", () => json.WriteStringValue($"{reference.Resource}.{reference.Attribute}"));
                break;
            case Value.Pseudo pseudo:
                WriteUnknown(json, "$pseudo", () => json.WriteStringValue(pseudo.Parameter.ToString()));
                break;
            case Value.Join join:
                WriteUnknown(json, "$join", () => WriteList(json, join.Parts));
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static ReadOnlyMemory<byte> Bytes(Value value, bool indented)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options(indented)))
        {
            Write(json, value);
        }

        return buffer.WrittenMemory;
    }

    private static JsonWriterOptions Options(bool indented) =>
        new() { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private static void WriteList(Utf8JsonWriter json, IEnumerable<Value> items)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            Write(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, Value.Map map)
    {
        json.WriteStartObject();
        foreach (var (key, value) in map.Entries)
        {
            json.WritePropertyName(key);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteUnknown(Utf8JsonWriter json, string kind, Action content)
    {
        json.WriteStartObject();
        json.WritePropertyName(kind);
        content();
        json.WriteEndObject();
    }
}
