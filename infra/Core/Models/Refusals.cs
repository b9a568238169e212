using System.Collections.Immutable;

namespace Infra.Models;

/// <summary>What is known to be wrong with a call of a model.</summary>
public static class Refusals
{
    private const string Unknown = "unknown-field";
    private const string Unsupported = "field-unsupported";

    /// <summary>Everything that makes the call fail, in the order in which AWS checks it.</summary>
    /// <param name="use">The call.</param>
    /// <param name="catalog">What is known of models.</param>
    /// <param name="region">The region that the call is made in; null for any.</param>
    /// <param name="day">The day; the caller provides it.</param>
    public static IEnumerable<Refusal> Of(ModelUse use, ModelCatalog catalog, string? region, DateOnly day)
    {
        var name = ModelName.Of(use.Model);
        if (catalog.IsElsewhere(name.Id))
        {
            return [new Refusal.Elsewhere(name.Id)];
        }

        if (IsOfOtherRegion(name, region))
        {
            return [new Refusal.OtherRegion(name.Region!, region!)];
        }

        if (name.Kind is ModelKind.Custom or ModelKind.Other || catalog.Of(name) is not { } model)
        {
            return [];
        }

        return model.Lifecycle.On(day, region) is Phase.Ended ended
            ? [new Refusal.Ended(model, ended.Since)]
            : Place(name, model, catalog, region) is { } place ? [place] : Parameters(use, model);
    }

    /// <summary>What a model refuses in every region and on every day.</summary>
    public static IEnumerable<Refusal> Parameters(ModelUse use, Model model)
    {
        var taken = model.Parameters;
        var topK = use.TopK;
        return new[]
        {
            Sampler(Parameterized.Temperature, "temperature", use.Temperature, taken.Temperature),
            Sampler(Parameterized.TopP, "topP", use.TopP, taken.TopP),
            taken.BothSamplers is false && use is { Temperature: not null, TopP: not null }
                ? new Refusal.BothSamplers() : null,
            topK is { } k && taken.TopK is { } limits ? TopK(k.Path, k.Value, limits) : null,
            use.Stops && taken.StopSequences is { IsTaken: false } stops
                ? new Refusal.NotTaken(Parameterized.StopSequences, "stopSequences", stops.Error ?? Unsupported) : null,
            use.System && taken.System is { IsTaken: false } ? new Refusal.System() : null,
            use.EndsWithAssistant && taken.Prefill is { IsTaken: false } prefill
                ? new Refusal.Prefill(prefill.Error ?? "prefill") : null,
            use.Tools && model.Features.Tools is false ? new Refusal.Tools(InStreams: false)
                : use is { Tools: true, Streams: true } && model.Features.ToolsInStreams is false
                    ? new Refusal.Tools(InStreams: true) : null,
            use.Images && model.Features.Images is false ? new Refusal.Image() : null,
            use.CachePoint && model.Features.CachePoints is false ? new Refusal.CachePoint() : null,
            use.MaxTokens > model.Output ? new Refusal.TooLong(use.MaxTokens.Value, model.Output.Value) : null,
        }.OfType<Refusal>();
    }

    private static bool IsOfOtherRegion(ModelName name, string? region) =>
        region is not null && name is { Region: { Length: > 0 } named, Kind: not ModelKind.Other } && named != region;

    private static Refusal? Place(ModelName name, Model model, ModelCatalog catalog, string? region)
    {
        if (name.Kind is ModelKind.Profile)
        {
            var sources = catalog.Sources(name.Id);
            return region is not null && !sources.IsEmpty && !sources.Contains(region) && catalog.KnowsRegion(region)
                ? new Refusal.NotOffered(name.Id, region, sources)
                : null;
        }

        if (model.OnDemand is not { } regions
            || (region is null ? !regions.IsEmpty : regions.Contains(region) || !catalog.KnowsRegion(region)))
        {
            return null;
        }

        var profiles = ModelCatalog.ProfilesFrom(model, region);
        return !profiles.IsEmpty || region is null
            ? new Refusal.ProfileNeeded(name.Id, profiles)
            : new Refusal.NotOffered(name.Id, region, regions);
    }

    private static Refusal? Sampler(Parameterized which, string path, decimal? value, Parameter? parameter) =>
        value is not { } stated || parameter is null ? null
            : !parameter.IsTaken
                ? stated == parameter.Except ? null : new Refusal.NotTaken(which, path, parameter.Error ?? Unsupported)
                // Values that no model accepts are outside Bedrock's own range, which is checked elsewhere.
                : stated is < 0 or > 1 || parameter.Holds(stated) ? null
                    : new Refusal.OutOfRange(which, path, stated, parameter);

    private static Refusal? TopK(ImmutableArray<string> path, decimal value, Parameter parameter)
    {
        var spelt = string.Join('.', path);
        return !parameter.IsTaken || (!parameter.Path.IsEmpty && !parameter.Path.SequenceEqual(path))
            ? new Refusal.NotTaken(Parameterized.TopK, spelt, parameter.Error ?? Unknown)
            : value < 0 || parameter.Holds(value) ? null
                : new Refusal.OutOfRange(Parameterized.TopK, spelt, value, parameter);
    }
}
