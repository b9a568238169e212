using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Values;

namespace Infra.Smoke.Json;

/// <summary>Converts between YAML, JSON and text for people.</summary>
public static class JsonText
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A YAML node as JSON.</summary>
    public static JsonElement Of(YamlNode node) => JsonElement.Parse(CanonicalJson.Compact(node.ToValue()));

    /// <summary>A value as text for expectations: a text without its quotes, anything else as compact JSON.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => "",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number when value.TryGetDecimal(out var number) => CanonicalJson.Number(number),
        _ => Compact(value),
    };

    private static string Compact(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            value.WriteTo(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
