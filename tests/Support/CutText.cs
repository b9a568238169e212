using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Tests.Support;

/// <summary>How files are written that are cut from official ones: so that a diff shows one thing a line.</summary>
internal static class CutText
{
    private static readonly JsonSerializerOptions Readably =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Named values, one a line, inside a block.</summary>
    public static string Lines(IEnumerable<(string Name, JsonObject Value)> entries) => string.Join(
        ",\n", entries.Select(entry => $"    {Spell(entry.Name)}: {Spell(entry.Value)}"));

    /// <summary>A value on one line.</summary>
    public static string Spell(JsonNode? node) => node switch
    {
        JsonObject entries => $"{{{string.Join(", ", entries.Select(entry =>
            $"{Spell(entry.Key)}: {Spell(entry.Value)}"))}}}",
        JsonArray items => $"[{string.Join(", ", items.Select(Spell))}]",
        _ => JsonSerializer.Serialize(node, Readably),
    };
}
