using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Tests.Models;

/// <summary>
/// Cuts what is known of models to what is used, in the same form: facts go in, <c>infra/Core/Models/models.json</c>
/// comes out, sorted, one model a block and one fact a line.
/// </summary>
/// <remarks>Where sources disagree, what they all allow is kept, or nothing: see <see cref="Settled"/>.</remarks>
internal static partial class ModelCut
{
    private static readonly JsonSerializerOptions Compactly =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] LifecycleFacts =
        ["status", "legacySince", "eol", "eolNoSoonerThan", "refusedAsEndOfLife", "launched"];

    private static readonly string[] ParameterFacts =
    [
        "temperature", "topP", "topK", "stopSequences", "temperatureAndTopP", "prefill", "system",
    ];

    /// <summary>The embedded form of facts, of additions to them, and of what the service answers.</summary>
    public static string Of(JsonObject facts, JsonObject additions, JsonObject errors)
    {
        var models = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var id in Ids(facts).Union(Ids(additions), StringComparer.Ordinal))
        {
            models[id] = Model(
                id, facts["models"]![id] as JsonObject ?? [], additions["models"]![id] as JsonObject ?? []);
        }

        var used = models.Values.SelectMany(Sources).ToHashSet(StringComparer.Ordinal);
        var sources = facts["sources"]!.AsObject().Concat(additions["sources"]!.AsObject())
            .Where(source => used.Contains(source.Key))
            .OrderBy(source => source.Key, StringComparer.Ordinal);
        return string.Concat(
            "{\n",
            $" \"date\": {Spell(facts["generated"]!)},\n",
            Block("sources", 1, sources.Select(source => (source.Key, Spell(Named(source.Value!.AsObject()))))),
            ",\n",
            Block("errors", 1, errors["errors"]!.AsArray().Select(error => (
                error!["id"]!.GetValue<string>(),
                Spell(new JsonObject { ["code"] = Copy(error["code"]), ["message"] = Copy(error["message"]) })))),
            ",\n",
            $" \"elsewhere\": {Spell(facts["mantleOnlyIds"]!["ids"]!)},\n",
            Block("models", 1, models.Select(model => (model.Key, Facts(model.Value)))),
            "\n}\n");
    }

    /// <summary>A source as anybody can find it: numbers of a copy that others cannot open are left out.</summary>
    private static JsonObject Named(JsonObject source)
    {
        var named = Copy(source)!.AsObject();
        named["what"] = Copies().Replace(named["what"]!.GetValue<string>(), "");
        return named;
    }

    private static JsonObject Model(string id, JsonObject facts, JsonObject added)
    {
        var settled = Settled.Of(facts);
        var cut = new JsonObject { ["provider"] = Copy(facts["provider"] ?? added["provider"]) };
        Put(cut, "name", facts["name"]);
        Put(cut, "lifecycle", settled.Lifecycle(Only(facts["lifecycle"], LifecycleFacts)));
        Put(cut, "successor", added["successor"]);
        Put(cut, "onDemand", settled.OnDemand(facts["availability"] as JsonObject));
        Put(cut, "routes", Routes(facts["availability"] as JsonObject, added["routes"] as JsonObject));
        Put(cut, "listed", facts["listedIn2026-11"]);
        Put(cut, "output", settled.Output(facts["limits"] as JsonObject));
        Put(cut, "parameters", settled.Parameters(
            Only(Both(facts["parameters"], added["parameters"]), ParameterFacts)));
        Put(cut, "features", Only(facts["features"], ["input", "toolUse", "streaming"]));
        Put(cut, "promptCache", settled.Cache(facts["promptCache"] as JsonObject));
        Put(cut, "prices", ModelCutPrices.Of(id, facts));
        return cut;
    }

    private static IEnumerable<string> Ids(JsonObject facts) =>
        facts["models"]!.AsObject().Select(model => model.Key);

    private static JsonObject Both(JsonNode? facts, JsonNode? added) =>
        new((facts as JsonObject ?? []).Concat(added as JsonObject ?? [])
            .DistinctBy(fact => fact.Key)
            .Select(fact => KeyValuePair.Create(fact.Key, Copy(fact.Value))));

    private static JsonObject? Routes(JsonObject? availability, JsonObject? added)
    {
        var routes = new SortedDictionary<string, JsonArray>(StringComparer.Ordinal);
        foreach (var (profile, route) in (availability?["profiles"] as JsonObject ?? [])
            .Concat((added ?? []).Where(entry => entry.Value is JsonArray)))
        {
            var all = routes.TryGetValue(profile, out var known) ? known : routes[profile] = [];
            foreach (var one in route as JsonArray ?? [Copy(route)])
            {
                all.Add(Copy(one));
            }
        }

        return routes.Count == 0
            ? null
            : new(routes.Select(route => KeyValuePair.Create(route.Key, (JsonNode?)route.Value))
                .Prepend(new("source", string.Join(", ", new[] { availability?["source"], added?["source"] }
                    .Where(source => source is not null)
                    .Select(source => source!.GetValue<string>())))));
    }

    /// <summary>Every text that stands where a source does.</summary>
    private static IEnumerable<string> Sources(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => Sources(entry.Value)),
        JsonArray list => list.SelectMany(Sources),
        JsonValue value when value.TryGetValue<string>(out var text) => text.Split(", "),
        _ => [],
    };

    internal static JsonObject? Only(JsonNode? node, string[] keys) =>
        node is JsonObject map && map.Any(entry => keys.Contains(entry.Key))
            ? new(keys.Where(map.ContainsKey).Select(key => KeyValuePair.Create(key, Copy(map[key]))))
            : null;

    internal static JsonNode? Copy(JsonNode? node) => node?.DeepClone();

    private static void Put(JsonObject cut, string key, JsonNode? value)
    {
        if (value is not null)
        {
            cut[key] = Copy(value);
        }
    }

    private static string Facts(JsonObject model) => string.Concat(
        "{\n",
        string.Join(",\n", model.Select(fact => fact.Value switch
        {
            JsonObject map when fact.Key is "parameters" or "routes" =>
                Block(fact.Key, 3, map.Select(entry => (entry.Key, Spell(entry.Value!)))),
            JsonArray rows when fact.Key is "prices" =>
                $"   \"prices\": [\n{string.Join(",\n", rows.Select(row => $"    {Spell(row!)}"))}\n   ]",
            _ => $"   {Spell(fact.Key)}: {Spell(fact.Value!)}",
        })),
        "\n  }");

    private static string Block(string key, int depth, IEnumerable<(string Key, string Value)> entries)
    {
        var indent = new string(' ', depth);
        var lines = entries.Select(entry => $"{indent} {Spell(entry.Key)}: {entry.Value}");
        return $"{indent}{Spell(key)}: {{\n{string.Join(",\n", lines)}\n{indent}}}";
    }

    private static string Spell(JsonNode node) =>
        Separator().Replace(node.ToJsonString(Compactly), match => $"{match.Value} ");

    internal static decimal Number(JsonNode node) =>
        decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@" \(stored [^)]*\)")]
    private static partial Regex Copies();

    /// <summary>A colon or comma that stands outside of quotes.</summary>
    [GeneratedRegex("""[:,](?=(?:[^"\\]|\\.|"(?:[^"\\]|\\.)*")*$)(?=["\[\{\dtfn-])""", RegexOptions.Singleline)]
    private static partial Regex Separator();
}
