using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Values;

/// <summary>The one JSON spelling of a value: keys in ordinal order, numbers in their shortest form, nothing escaped
/// without need.</summary>
/// <remarks>
/// Digests are computed from the compact form, so it may never change. A part that only the cloud knows is written as
/// an object with one key that no document can contain: <c>{"$ref": "name.Attribute"}</c>, <c>{"$pseudo":
/// "Region"}</c>, <c>{"$join": [...]}</c>.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>How the compact form is written.</summary>
    internal static readonly JsonWriterOptions Compactly =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>How the indented form is written.</summary>
    internal static readonly JsonWriterOptions WithIndentation = Compactly with { Indented = true };

    /// <summary>Compact: for digests and comparisons.</summary>
    public static string Compact(Value value) => Encoding.UTF8.GetString(Bytes(value, Compactly).Span);

    /// <summary>Indented, for people.</summary>
    public static string Indented(Value value) => Encoding.UTF8.GetString(Bytes(value, WithIndentation).Span);

    /// <summary>The shortest decimal form: no exponent, no trailing zeros.</summary>
    public static string Number(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>Writes a value to a JSON writer.</summary>
    public static void Write(Utf8JsonWriter json, Value value) => Write(json, value, WriteUnknown);

    /// <summary>Writes a value to a JSON writer.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="value">The value.</param>
    /// <param name="unknown">Writes a part that only the cloud knows.</param>
    public static void Write(Utf8JsonWriter json, Value value, Action<Utf8JsonWriter, Value> unknown)
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
                WriteList(json, list.Items, unknown);
                break;
            case Value.Map map:
                WriteMap(json, map, unknown);
                break;
            case Value.Document document:
                Write(json, document.Content, unknown);
                break;
            default:
                unknown(json, value);
                break;
        }
    }

    private static ReadOnlyMemory<byte> Bytes(Value value, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            Write(json, value);
        }

        return buffer.WrittenMemory;
    }

    private static void WriteList(
        Utf8JsonWriter json, ImmutableArray<Value> items, Action<Utf8JsonWriter, Value> unknown)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            Write(json, item, unknown);
        }

        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, Value.Map map, Action<Utf8JsonWriter, Value> unknown)
    {
        json.WriteStartObject();
        foreach (var (key, value) in map.Entries)
        {
            json.WritePropertyName(key);
            Write(json, value, unknown);
        }

        json.WriteEndObject();
    }

    private static void WriteUnknown(Utf8JsonWriter json, Value value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case Value.Ref reference:
                json.WriteString("$ref", $"{reference.Resource}.{reference.Attribute}");
                break;
            case Value.Pseudo pseudo:
                json.WriteString("$pseudo", pseudo.Parameter.ToString());
                break;
            case Value.Join join:
                json.WritePropertyName("$join");
                WriteList(json, join.Parts, WriteUnknown);
                break;
            default:
                throw new UnreachableException();
        }

        json.WriteEndObject();
    }
}
