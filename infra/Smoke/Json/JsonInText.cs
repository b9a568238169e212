using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Infra.Smoke.Json;

/// <summary>Finds the JSON of an answer: models wrap it in fences and in talk.</summary>
internal static class JsonInText
{
    /// <summary>How many places of a text are tried before it is taken to hold no JSON.</summary>
    private const int MostAttempts = 1000;

    private const string Fence = "```";

    private static readonly SearchValues<byte> Openers = SearchValues.Create((byte)'{', (byte)'[');

    /// <summary>The text as JSON, or null when the whole of it is none.</summary>
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
    /// The whole text, else the first fenced block that is JSON, else the first object or list in between.
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
    /// An object may stand anywhere; a list only where it starts a line, for <c>[1]</c> is mostly a footnote.
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
