using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Tests.Models;

/// <summary>What is left of a model's facts where sources disagree: what all of them allow, or nothing.</summary>
/// <param name="Disputed">What is disputed, by the name the facts give it.</param>
internal sealed partial record Settled(ILookup<string, JsonObject> Disputed)
{
    public static Settled Of(JsonObject facts) => new(
        (facts["disagreement"] as JsonArray ?? [])
            .Select(dispute => dispute!.AsObject())
            .ToLookup(dispute => dispute["fact"]!.GetValue<string>(), StringComparer.Ordinal));

    /// <summary>Of two dates of an end the later; where one source says that it goes on, nothing ended.</summary>
    public JsonObject? Lifecycle(JsonObject? lifecycle)
    {
        var later = Disputed["end of life"].SelectMany(Texts).Where(text => Day().IsMatch(text)).Max();
        if (later is not null && lifecycle?["eol"] is JsonArray eol)
        {
            eol[0] = later;
        }

        var regions = Disputed["lifecycle"].Concat(Disputed["where it still answers"])
            .SelectMany(Texts)
            .Where(text => !text.Contains(" on ", StringComparison.Ordinal))
            .SelectMany(text => Region().Matches(text).Select(match => match.Value))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (regions.Length > 0 && lifecycle is not null)
        {
            lifecycle["disputedIn"] = new JsonArray([.. regions.Select(region => (JsonNode)region)]);
        }

        return lifecycle;
    }

    /// <summary>The regions of the bare id; none is a fact too, and no list where it is disputed.</summary>
    public JsonArray? OnDemand(JsonObject? availability) =>
        availability is null || Disputed.Contains("bare id on demand")
            ? null
            : [ModelCut.Copy(availability["onDemand"]) ?? new JsonArray(), ModelCut.Copy(availability["source"])];

    /// <summary>The most that any source grants.</summary>
    public JsonArray? Output(JsonObject? limits) => limits?["output"] is { } output
        ?
        [
            Disputed["output tokens"].SelectMany(Numbers).Append(ModelCut.Number(output)).Max(),
            ModelCut.Copy(limits["outputSource"]),
        ]
        : null;

    /// <summary>The least that any source names.</summary>
    public JsonObject? Cache(JsonObject? cache)
    {
        var cut = ModelCut.Only(cache, ["converseCachePoint", "minimumTokens", "source"]);
        if (cut?["minimumTokens"] is { } least)
        {
            cut["minimumTokens"] =
                Disputed["cache minimum tokens"].SelectMany(Numbers).Append(ModelCut.Number(least)).Min();
        }

        return cut;
    }

    /// <summary>Nothing of a parameter that is disputed; of a temperature above 0 that it may be 0.</summary>
    public JsonObject? Parameters(JsonObject? parameters)
    {
        foreach (var key in parameters?.Select(entry => entry.Key).Where(Disputed.Contains).ToArray() ?? [])
        {
            parameters!.Remove(key);
        }

        foreach (var (_, parameter) in parameters ?? [])
        {
            foreach (var unused in new[] { "note", "documented", "default" })
            {
                parameter!.AsObject().Remove(unused);
            }
        }

        if (parameters?["topK"] is JsonObject topK && topK["error"]?.GetValue<string>() == "parameter-deprecated")
        {
            // The answer quotes `top_k`: that is how the model reads it, though it refuses it.
            topK["field"] = "top_k";
        }

        if (Disputed.Contains("temperature 0") && parameters?["temperature"] is JsonObject temperature)
        {
            temperature.Remove("above");
        }

        return parameters;
    }

    private static IEnumerable<string> Texts(JsonObject dispute) => dispute
        .Where(claim => claim.Key != "fact")
        .Select(claim => claim.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : null)
        .OfType<string>();

    private static IEnumerable<decimal> Numbers(JsonObject dispute) => dispute
        .Where(claim => claim.Key != "fact" && claim.Value!.GetValueKind() is System.Text.Json.JsonValueKind.Number)
        .Select(claim => ModelCut.Number(claim.Value!));

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$")]
    private static partial Regex Day();

    [GeneratedRegex(@"\b[a-z]{2}(?:-gov)?-[a-z]+-\d\b")]
    private static partial Regex Region();
}
