using System.Text.Json.Nodes;

namespace Infra.Tests.Models;

/// <summary>The prices of a model: for each id the one that AWS's own list states or that nobody disputes.</summary>
internal static class ModelCutPrices
{
    private const string OwnList = "price-list";

    private static readonly string[] Parts = ["input", "output", "cacheRead", "cacheWrite", "above", "source"];

    public static JsonArray? Of(string id, JsonObject facts)
    {
        var rows = (facts["pricesPerMillion"] as JsonArray ?? []).Select(row => row!.AsObject()).ToArray();
        var known = Ids(rows)
            .Append(id)
            .Concat(Texts(facts["listedIn2026-11"]?["ids"]))
            .Concat((facts["availability"]?["profiles"] as JsonObject ?? []).Select(profile => profile.Key))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var priced = known
            .Select(name => (Id: name, Row: Row(name, rows, facts)))
            .Where(entry => entry.Row is not null)
            .GroupBy(entry => ModelCut.Only(entry.Row, Parts)!.ToJsonString(), StringComparer.Ordinal)
            .Select(same => new JsonObject([
                new("ids", new JsonArray([.. same.Select(entry => (JsonNode)entry.Id)])),
                .. JsonNode.Parse(same.Key)!.AsObject().Select(term =>
                    KeyValuePair.Create(term.Key, ModelCut.Copy(term.Value))),
            ]))
            .ToArray();
        return priced.Length == 0 ? null : new(priced);
    }

    private static JsonObject? Row(string id, JsonObject[] rows, JsonObject facts)
    {
        var own = rows.Where(row => row["source"]!.GetValue<string>() == OwnList).ToArray();
        var isGlobal = id.StartsWith("global.", StringComparison.Ordinal);
        if (own.FirstOrDefault(row => Texts(row["ids"]).Any(text =>
            text == id || (!isGlobal && text.StartsWith("regional:", StringComparison.Ordinal)))) is { } stated)
        {
            return stated;
        }

        var isDisputed = (facts["disagreement"] as JsonArray ?? []).Any(dispute =>
            dispute!["fact"]!.GetValue<string>().StartsWith($"price of {id} ", StringComparison.Ordinal));
        return isDisputed ? null : rows.FirstOrDefault(row => Texts(row["ids"]).Contains(id));
    }

    private static IEnumerable<string> Ids(IEnumerable<JsonObject> rows) =>
        rows.SelectMany(row => Texts(row["ids"]))
            .Where(text => !text.Contains(' ', StringComparison.Ordinal));

    private static IEnumerable<string> Texts(JsonNode? list) =>
        (list as JsonArray ?? []).Select(text => text!.GetValue<string>());
}
