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
        "How the model treats it.",
        new("accepted", Flag, "Whether the model accepts it.", Required: true),
        new("min", new Kind.Number(), "The least value."),
        new("max", new Kind.Number(), "The greatest value."),
        new("except", new Kind.Number(), "The only value that the model accepts nevertheless."))));

    /// <summary>What can be stated about a model.</summary>
    public static readonly Kind Facts = new Kind.Keys(new(
        "a model",
        "Facts about a model.",
        new("lifecycle", new Kind.Keys(new(
            "a lifecycle",
            "When it can be called.",
            new("status", new Kind.Word("ACTIVE", "LEGACY"), "Its status in AWS's word."),
            new("legacySince", Day, "The day from which new customers may not use it, as in 2027-01-08."),
            new("eol", Day, "The day from which calls are refused."),
            new("eolNoSoonerThan", Day, "The day until which AWS guarantees "
                + "it."))), "When it can be called."),
        new("successor", new Kind.Text(), "The id of its successor."),
        new("onDemand", Texts, "The regions that can be called with the model id itself; [] for none."),
        new("routes", new Kind.MapOf(new Kind.ListOf(new Kind.Keys(new(
            "a route",
            "The regions that a profile is called from, and those that answer.",
            new("from", Texts, "The regions that it is called from.", Required: true),
            new("to", Texts, "The regions that answer; any if absent."))))),
            "The routes of its inference profiles, by their ids."),
        new("output", new Kind.Number(1, Whole: true), "The longest answer, in tokens."),
        new("parameters", new Kind.Keys(new(
            "parameters",
            "How it treats the parameters of inference.",
            [
                .. new[] { "temperature", "topP", "stopSequences", "system", "prefill", "temperatureAndTopP" }
                    .Select(name => new Field(name, Parameter, "Whether the model accepts it, and its range.")),
            ])), "How it treats the parameters of inference."),
        new("features", new Kind.Keys(new(
            "features",
            "What it accepts in a request.",
            new("toolUse", Flag, "Whether it calls tools."),
            new("input", Texts, "text, image ..."))), "What it accepts in a request."),
        new("promptCache", new Kind.Keys(new(
            "a prompt cache",
            "Whether the model accepts cache points.",
            new("converseCachePoint", Flag, "Whether the model accepts them."),
            new("minimumTokens", new Kind.Number(1, Whole: true), "The fewest tokens that are cached."))),
            "Whether the model accepts cache points."),
        new("prices", new Kind.ListOf(new Kind.Keys(new(
            "a price",
            "US dollars per million tokens.",
            new("ids", Texts, "The ids that it applies to; the model id if absent."),
            new("input", Dollars, "Input tokens.", Required: true),
            new("output", Dollars, "Output tokens.", Required: true),
            new("cacheRead", Dollars, "Tokens read from a cache."),
            new("cacheWrite", Dollars, "Tokens written to a cache.")))), "Its prices.")));

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
