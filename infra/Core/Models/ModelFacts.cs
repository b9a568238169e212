using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Infra.Models;

/// <summary>Reads facts about a model: those of <c>models.json</c>, each a value with its source, and those that a
/// stack states in the same form, where the source may be left out.</summary>
public static class ModelFacts
{
    /// <summary>The model with added or corrected facts.</summary>
    public static Model Read(Model model, JsonElement facts)
    {
        foreach (var fact in facts.EnumerateObject())
        {
            var value = fact.Value;
            model = fact.Name switch
            {
                "provider" => model with { Provider = value.GetString() },
                "name" => model with { Name = value.GetString() },
                "successor" => model with { Successor = Fact(value).GetString() },
                "lifecycle" => model with { Lifecycle = Lifecycle(model.Lifecycle, value) },
                "onDemand" => model with { OnDemand = Texts(Inner(value)) },
                "routes" => model with { Routes = model.Routes.SetItems(Routes(value)) },
                "listed" => model with { Listed = Texts(value.GetProperty("ids")) },
                "output" => model with { Output = Fact(value).GetInt32() },
                "parameters" => model with { Parameters = ParameterFacts.Read(model.Parameters, value) },
                "features" => model with { Features = Features(model.Features, value) },
                "promptCache" => model with { Features = Cache(model.Features, value) },
                "prices" => model with { Prices = model.Prices.SetItems(Prices(model.Id, value)) },
                _ => model,
            };
        }

        return model;
    }

    /// <summary>A day as in <c>2026-11-27</c>; null for any other text.</summary>
    internal static DateOnly? Day(JsonElement value) =>
        DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, 0, out var day)
            ? day
            : null;

    /// <summary>The value of a fact, without its source.</summary>
    internal static JsonElement Fact(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array && value.GetArrayLength() > 0 ? value[0] : value;

    private static JsonElement Inner(JsonElement value) =>
        Fact(value).ValueKind is JsonValueKind.Array ? Fact(value) : value;

    private static ImmutableArray<string> Texts(JsonElement list) =>
        [.. list.EnumerateArray().Select(text => text.GetString()!)];

    private static Lifecycle Lifecycle(Lifecycle lifecycle, JsonElement facts)
    {
        foreach (var fact in facts.EnumerateObject())
        {
            var value = fact.Name is "disputedIn" ? fact.Value : Fact(fact.Value);
            lifecycle = fact.Name switch
            {
                "status" => lifecycle with { IsLegacy = value.ValueEquals("LEGACY") },
                "legacySince" => lifecycle with { LegacySince = Day(value) },
                "eol" => lifecycle with { End = Day(value), HasEnded = false },
                "eolNoSoonerThan" => lifecycle with { NoSoonerThan = Day(value) },
                "refusedAsEndOfLife" => lifecycle with { HasEnded = true },
                "disputedIn" => lifecycle with { DisputedIn = Texts(value) },
                _ => lifecycle,
            };
        }

        return lifecycle;
    }

    private static IEnumerable<KeyValuePair<string, ImmutableArray<Route>>> Routes(JsonElement facts) =>
        from profile in facts.EnumerateObject()
        where profile.Value.ValueKind is JsonValueKind.Array
        select KeyValuePair.Create(profile.Name, profile.Value.EnumerateArray()
            .Select(route => new Route(
                Texts(route.GetProperty("from")), route.TryGetProperty("to", out var to) ? Texts(to) : []))
            .ToImmutableArray());

    private static Features Features(Features features, JsonElement facts)
    {
        foreach (var fact in facts.EnumerateObject())
        {
            features = fact.Name switch
            {
                "toolUse" => Fact(fact.Value) is { ValueKind: JsonValueKind.String }
                    ? features with { Tools = true, ToolsInStreams = false }
                    : features with { Tools = Fact(fact.Value).GetBoolean() },
                "input" => features with { Images = Texts(Inner(fact.Value)).Contains("image") },
                _ => features,
            };
        }

        return features;
    }

    private static Features Cache(Features features, JsonElement facts) => features with
    {
        CachePoints = facts.TryGetProperty("converseCachePoint", out var taken) ? taken.GetBoolean() : null,
        LeastCached = facts.TryGetProperty("minimumTokens", out var least) ? least.GetInt32() : null,
    };

    private static IEnumerable<KeyValuePair<string, Price>> Prices(string model, JsonElement rows) =>
        from row in rows.EnumerateArray()
        let price = Price(row)
        from id in row.TryGetProperty("ids", out var ids) ? Texts(ids) : [model]
        select KeyValuePair.Create(id, price);

    private static Price Price(JsonElement row) =>
        new(row.GetProperty("input").GetDecimal(), row.GetProperty("output").GetDecimal())
        {
            CacheRead = Dollars(row, "cacheRead"),
            CacheWrite = Dollars(row, "cacheWrite"),
            Above = row.TryGetProperty("above", out var above)
                ? [.. above.EnumerateArray().Select(step => new PriceStep(
                    step.GetProperty("inputTokens").GetInt32(), Price(step)))]
                : [],
        };

    private static decimal? Dollars(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) ? value.GetDecimal() : null;
}
