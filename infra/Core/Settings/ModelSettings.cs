using System.Globalization;
using System.Text.Json;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Models;
using Infra.Values;

namespace Infra.Settings;

/// <summary>What a stack states about models: facts in the form of <c>models.json</c>, which override the embedded
/// ones. The spelling of topK cannot be stated, since it is part of digests.</summary>
internal static class ModelSettings
{
    private static readonly Kind Day = new Kind.Text();

    private static readonly Kind Flag = new Kind.Flag();

    private static readonly Kind Texts = new Kind.ListOf(new Kind.Text());

    private static readonly Kind Dollars = new Kind.Number(0);

    private static readonly Kind Parameter = new Kind.Either(Flag, new Kind.Keys(new(
        "a parameter",
        "What the model makes of it.",
        new("accepted", Flag, "Whether the model accepts it.", Required: true),
        new("min", new Kind.Number(), "The least value."),
        new("max", new Kind.Number(), "The greatest value."),
        new("except", new Kind.Number(), "The only value that the model accepts nevertheless."))));

    /// <summary>What can be stated about a model.</summary>
    public static readonly Kind Facts = new Kind.Keys(new(
        "a model",
        "What is known of it.",
        new("lifecycle", new Kind.Keys(new(
            "a lifecycle",
            "From when until when it answers.",
            new("status", new Kind.Word("ACTIVE", "LEGACY"), "How AWS calls it."),
            new("legacySince", Day, "A day, as in 2027-01-08."),
            new("eol", Day, "The day from which it no longer answers."),
            new("eolNoSoonerThan", Day, "The day until which AWS guarantees "
                + "it."))), "From when until when it answers."),
        new("successor", new Kind.Text(), "The id of the model that follows it."),
        new("onDemand", Texts, "The regions that accept its own id; [] for none."),
        new("routes", new Kind.MapOf(new Kind.ListOf(new Kind.Keys(new(
            "a route",
            "From where a profile is called, and where it is answered.",
            new("from", Texts, "Regions.", Required: true),
            new("to", Texts, "Regions; anywhere if absent."))))), "Where its inference profiles lead, by their ids."),
        new("output", new Kind.Number(1, Whole: true), "The longest answer, in tokens."),
        new("parameters", new Kind.Keys(new(
            "parameters",
            "What it makes of them.",
            [
                .. new[] { "temperature", "topP", "stopSequences", "system", "prefill", "temperatureAndTopP" }
                    .Select(name => new Field(name, Parameter, "Whether the model accepts it, and its range.")),
            ])), "What it makes of the parameters of inference."),
        new("features", new Kind.Keys(new(
            "features",
            "What it can be sent.",
            new("toolUse", Flag, "Whether it calls tools."),
            new("input", Texts, "text, image ..."))), "What it can be sent."),
        new("promptCache", new Kind.Keys(new(
            "a prompt cache",
            "Whether the model accepts cache points.",
            new("converseCachePoint", Flag, "Whether the model accepts them."),
            new("minimumTokens", new Kind.Number(1, Whole: true), "The fewest tokens that are cached."))),
            "Whether the model accepts cache points."),
        new("prices", new Kind.ListOf(new Kind.Keys(new(
            "a price",
            "US dollars for a million tokens.",
            new("ids", Texts, "The ids that it applies to; the model's own if absent."),
            new("input", Dollars, "Read.", Required: true),
            new("output", Dollars, "Written.", Required: true),
            new("cacheRead", Dollars, "Read from a cache."),
            new("cacheWrite", Dollars, "Written to a cache.")))), "What it costs.")));

    /// <summary>The known facts, with those that the setting states.</summary>
    public static ModelCatalog Read(YamlNode setting)
    {
        var stated = new List<Model>();
        foreach (var entry in setting.Entries())
        {
            if (ShapeCheck.Fits(entry.Value, ((Kind.Keys)Facts).Shape) && !Check(entry).Any())
            {
                using var facts = JsonDocument.Parse(CanonicalJson.Compact(entry.Value.ToValue()));
                stated.Add(ModelFacts.Read(
                    ModelCatalog.Known.Of(entry.Key.Text) ?? new() { Id = entry.Key.Text }, facts.RootElement));
            }
        }

        return stated.Count == 0 ? ModelCatalog.Known : ModelCatalog.Known.With(stated);
    }

    /// <summary>Facts must be stated under the model's own id, and days must be dates (PRM421, PRM422).</summary>
    public static IEnumerable<Diagnostic> Check(YamlNode setting) => setting.Entries().SelectMany(Check);

    private static IEnumerable<Diagnostic> Check(YamlEntry entry) => ModelName.IsProfile(entry.Key.Text)
        ? [Problems.FactsOfProfile(entry.Key.At, entry.Key.Text, ModelName.Of(entry.Key.Text).Foundation!)]
        : from fact in entry.Value.Get("lifecycle").Texts()
          where fact.Name.Value is not "status" && !IsDay(fact.Text.Value)
          select Problems.NoDay(fact.Text.At, fact.Text.Value);

    private static bool IsDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
