using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Models;

/// <summary>
/// Reads the embedded <c>models.json</c> once, and each model only when it is asked for: reading all of them would take
/// longer than planning a small stack.
/// </summary>
internal static class ModelsFile
{
    private static readonly Lazy<JsonDocument> Document = new(() =>
    {
        using var stream = typeof(ModelsFile).Assembly.GetManifestResourceStream("models.json")!;
        return JsonDocument.Parse(stream);
    });

    public static JsonElement Errors => Document.Value.RootElement.GetProperty("errors");

    public static ModelCatalog Read()
    {
        var root = Document.Value.RootElement;
        return new(
            ModelFacts.Day(root.GetProperty("date"))!.Value,
            root.GetProperty("models").EnumerateObject().ToImmutableDictionary(
                entry => entry.Name,
                entry => new Lazy<Model>(() => ModelFacts.Read(new Model { Id = entry.Name }, entry.Value)),
                StringComparer.Ordinal),
            [.. root.GetProperty("elsewhere").EnumerateArray().Select(id => id.GetString()!)],
            ImmutableDictionary<string, Price>.Empty);
    }
}
