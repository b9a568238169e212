using System.Collections.Immutable;

namespace Infra.Models;

/// <summary>
/// Everything that is known of the models that a prompt can name. A model that is not listed here is unknown, which is
/// never reported as an error.
/// </summary>
public sealed class ModelCatalog
{
    /// <summary>The age from which the data is reported as old.</summary>
    /// <value>Days.</value>
    public const int Fresh = 90;

    private static readonly Lazy<ModelCatalog> Embedded = new(ModelsFile.Read);

    private readonly ImmutableDictionary<string, Lazy<Model>> _models;
    private readonly ImmutableHashSet<string> _elsewhere;
    private readonly Lazy<ImmutableHashSet<string>> _regions;

    /// <summary>Prices that a stack or a command states, by id or ARN.</summary>
    private readonly ImmutableDictionary<string, Price> _stated;

    internal ModelCatalog(
        DateOnly date,
        ImmutableDictionary<string, Lazy<Model>> models,
        ImmutableHashSet<string> elsewhere,
        ImmutableDictionary<string, Price> stated)
    {
        (Date, _models, _elsewhere, _stated) = (date, models, elsewhere, stated);
        _regions = new(() =>
        [
            .. models.Values.Select(model => model.Value).SelectMany(model => (model.OnDemand ?? [])
                .Concat(model.Routes.Values.SelectMany(routes => routes).SelectMany(route => route.From))),
        ]);
    }

    /// <summary>The data that comes with this release of the tool, with its date and its sources.</summary>
    /// <remarks>Embedded <c>models.json</c>; <c>tests/Models/ModelCutTests.cs</c> says how to update it.</remarks>
    public static ModelCatalog Known => Embedded.Value;

    /// <summary>The day on which the data was collected.</summary>
    public DateOnly Date { get; }

    /// <summary>Models whose facts a stack states or corrects.</summary>
    public ImmutableArray<Model> Stated { get; private init; } = [];

    /// <summary>All models, by their model ids.</summary>
    public IEnumerable<Model> Models =>
        _models.Values.Select(model => model.Value).OrderBy(model => model.Id, StringComparer.Ordinal);

    /// <summary>The model behind a model id, an inference-profile id, or an ARN of either; null when unknown.</summary>
    public Model? Of(string name) => Of(ModelName.Of(name));

    /// <inheritdoc cref="Of(string)"/>
    public Model? Of(ModelName name) => name.Foundation is { } id ? _models.GetValueOrDefault(id)?.Value : null;

    /// <summary>The price of an id or ARN; null when unknown.</summary>
    public Price? Price(string name)
    {
        if (_stated.TryGetValue(name, out var price))
        {
            return price;
        }

        var read = ModelName.Of(name);
        return read.Kind is ModelKind.Foundation or ModelKind.Profile
            ? Of(read)?.Prices.GetValueOrDefault(read.Id)
            : null;
    }

    /// <summary>Whether an id belongs to another endpoint of Bedrock, which prompts cannot call.</summary>
    public bool IsElsewhere(string id) => _elsewhere.Contains(id);

    /// <summary>The ids of all inference profiles whose regions are known.</summary>
    public IEnumerable<string> Profiles =>
        Models.SelectMany(model => model.Routes.Keys).Order(StringComparer.Ordinal);

    /// <summary>Whether anything is known of a region; if not, no model is reported as missing there.</summary>
    public bool KnowsRegion(string region) => _regions.Value.Contains(region);

    /// <summary>Whether a profile is known to exist.</summary>
    public bool Knows(string profile) =>
        Of(profile) is { } model && (model.Routes.ContainsKey(profile) || model.Listed.Contains(profile));

    /// <summary>The regions that a profile can be called from; empty when unknown.</summary>
    public ImmutableArray<string> Sources(string profile) =>
        [.. Routes(profile).SelectMany(route => route.From).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The regions that may answer a call from a region; null when unknown.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="region">The region; null for any region.</param>
    public ImmutableArray<string>? Destinations(string profile, string? region)
    {
        var routes = Routes(profile).Where(route => region is null || route.From.Contains(region)).ToArray();
        return routes.Length == 0
            ? null
            : [.. routes.SelectMany(route => route.To).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The profiles of a model that can be called from a region, the nearest geography first and <c>global</c>
    /// last.</summary>
    public static ImmutableArray<string> ProfilesFrom(Model model, string? region) =>
    [
        .. model.Routes
            .Where(profile => region is null || profile.Value.Any(route => route.From.Contains(region)))
            .Select(profile => profile.Key)
            .OrderBy(id => id.StartsWith("global.", StringComparison.Ordinal))
            .ThenBy(id => id, StringComparer.Ordinal),
    ];

    /// <summary>The same catalog with facts that a stack states or corrects.</summary>
    public ModelCatalog With(IEnumerable<Model> stated)
    {
        ImmutableArray<Model> models = [.. stated];
        var all = _models.SetItems(models.Select(model => KeyValuePair.Create(model.Id, new Lazy<Model>(model))));
        return new(Date, all, _elsewhere, _stated) { Stated = models };
    }

    /// <summary>The same catalog with prices by id or ARN, which replace the known ones.</summary>
    public ModelCatalog With(ImmutableDictionary<string, Price> prices) =>
        prices.IsEmpty ? this : new(Date, _models, _elsewhere, _stated.SetItems(prices)) { Stated = Stated };

    private ImmutableArray<Route> Routes(string profile) => Of(profile)?.Routes.GetValueOrDefault(profile, []) ?? [];
}
