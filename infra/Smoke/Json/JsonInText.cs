using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Infra.Smoke.Json;

/// <summary>Finds JSON in an answer: models put it in code blocks and between sentences.</summary>
internal static class JsonInText
{
    /// <summary>How many places in a text are tried.</summary>
    private const int MostAttempts = 1000;

    private const string Fence = "```";

    private static readonly SearchValues<byte> Openers = SearchValues.Create((byte)'{', (byte)'[');

    /// <summary>The whole text as JSON, or null.</summary>
    public static JsonElement? Whole(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// The JSON of the whole text, otherwise of the first code block, otherwise the first object or list.
    /// </summary>
    public static JsonElement? Anywhere(string text) => Whole(text) ?? Fenced(text) ?? Embedded(text);

    private static JsonElement? Fenced(string text)
    {
        var parts = text.Split(Fence);
        for (var i = 1; i < parts.Length; i += 2)
        {
            var line = parts[i].IndexOf('\n', StringComparison.Ordinal);
            if ((Whole(parts[i]) ?? (line < 0 ? null : Whole(parts[i][line..]))) is { } json)
            {
                return json;
            }
        }

        return null;
    }

    private static JsonElement? Embedded(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text).AsSpan();
        var at = bytes.IndexOfAny(Openers);
        for (var attempts = 0; at >= 0 && attempts < MostAttempts; attempts++)
        {
            if (CanStart(bytes, at) && Parse(bytes[at..]) is { } json)
            {
                return json;
            }

            var next = bytes[(at + 1)..].IndexOfAny(Openers);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return null;
    }

    /// <summary>
    /// Whether JSON may start here: an object anywhere, a list only at the start of a line, since <c>[1]</c> is usually
    /// a footnote.
    /// </summary>
    private static bool CanStart(ReadOnlySpan<byte> bytes, int at)
    {
        var before = bytes[..at].TrimEnd(" \t"u8);
        var after = bytes[(at + 1)..].TrimStart(" \t\r\n"u8);
        return bytes[at] is (byte)'{'
            ? after is [(byte)'"' or (byte)'}', ..]
            : before is [] or [.., (byte)'\n'];
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
