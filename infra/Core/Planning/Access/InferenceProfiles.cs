using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Infra.Planning.Access;

/// <summary>Where AWS's own inference profiles route to, as of a date.</summary>
/// <remarks>
/// Source and date: <c>Data/inference-profiles.json</c>. Where a profile routes to depends on the region it is called
/// from. New profiles appear often, so a stack can state what is missing: <c>bedrock-prompts:inferenceProfiles</c>.
/// </remarks>
public static class InferenceProfiles
{
    private static readonly Lazy<Table> Known = new(Read);

    /// <summary>The day the list was read, as in <c>2026-11-21</c>.</summary>
    public static string Date => Known.Value.Date;

    /// <summary>The profiles in the list.</summary>
    public static IEnumerable<string> Ids => Known.Value.Routes.Keys.Order(StringComparer.Ordinal);

    /// <summary>The regions a profile can be called from; none when it is not in the list.</summary>
    public static ImmutableArray<string> Sources(string id) =>
        [.. Routes(id).SelectMany(route => route.From).Order(StringComparer.Ordinal)];

    /// <summary>Where a call from a region may be answered; null when the list does not say.</summary>
    /// <param name="id">The profile.</param>
    /// <param name="region">The region; null for any.</param>
    public static ImmutableArray<string>? Destinations(string id, string? region)
    {
        var routes = Routes(id).Where(route => region is null || route.From.Contains(region)).ToArray();
        return routes.Length == 0
            ? null
            : [.. routes.SelectMany(route => route.To).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static ImmutableArray<Route> Routes(string id) => Known.Value.Routes.GetValueOrDefault(id, []);

    private static Table Read()
    {
        using var stream = typeof(InferenceProfiles).Assembly.GetManifestResourceStream("inference-profiles.json")!;
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new(
            root.GetProperty("date").GetString()!,
            root.GetProperty("routings").EnumerateArray()
                .SelectMany(routing => Texts(routing, "profiles").Select(id => (Id: id, Routes: Routes(routing))))
                .ToFrozenDictionary(entry => entry.Id, entry => entry.Routes, StringComparer.Ordinal));
    }

    private static ImmutableArray<Route> Routes(JsonElement routing) =>
    [
        .. routing.GetProperty("routes").EnumerateArray()
            .Select(route => new Route(Texts(route, "from"), Texts(route, "to"))),
    ];

    private static ImmutableArray<string> Texts(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private sealed record Table(string Date, FrozenDictionary<string, ImmutableArray<Route>> Routes);

    private sealed record Route(ImmutableArray<string> From, ImmutableArray<string> To);
}
