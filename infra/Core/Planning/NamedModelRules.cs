using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Models;
using Infra.Validation;

namespace Infra.Planning;

/// <summary>Checks the models that a stack calls against the known facts.</summary>
/// <param name="catalog">The known facts, with those that the stack states.</param>
/// <param name="region">The region that they are called in; null for any.</param>
/// <param name="profiles">Profiles whose regions the stack states.</param>
/// <param name="day">The day and the occasion.</param>
internal sealed class NamedModelRules(
    ModelCatalog catalog, string? region, IReadOnlyCollection<string> profiles, ModelDay day)
{
    /// <summary>The day from which new customers cannot use agents.</summary>
    /// <remarks>Source: the notice in the Amazon Bedrock user guide on agents.</remarks>
    public static readonly DateOnly AgentsClosed = new(2026, 7, 30);

    /// <summary>All problems of the models, in order.</summary>
    public IEnumerable<Diagnostic> Check(IEnumerable<NamedModel> models) => models
        .Where(served => !Placeholders.Has(served.Model.Value) && Limits.IsModel(served.Model.Value))
        .SelectMany(Check);

    /// <summary>Promotions of releases whose model has been shut down.</summary>
    public IEnumerable<Diagnostic> Promoted(IEnumerable<NamedModel> models) =>
        from served in models
        from refusal in Refusals.Of(served.Use, catalog, region, day.Day)
        where refusal is Refusal.Ended
        let ended = (Refusal.Ended)refusal
        select Problems.EndedModelPromoted(
            served.Model.At,
            served.Owner,
            ended.Model.Id,
            ended.Since is { } since ? Spell(since) : null,
            ModelAdvice.Successor(ended.Model, catalog, region, day.Day, isReleased: true));

    /// <summary>Reports once that the data is old.</summary>
    public IEnumerable<Diagnostic> DataIsFresh(Location at) =>
        day.Day.DayNumber - catalog.Date.DayNumber > ModelCatalog.Fresh
            ? [Problems.ModelFactsAreOld(at, Spell(catalog.Date))]
            : [];

    private IEnumerable<Diagnostic> Check(NamedModel served)
    {
        var name = ModelName.Of(served.Model.Value);
        var refusals = Refusals.Of(served.Use, catalog, region, day.Day).ToImmutableArray();
        var found = new ModelFindings(served, catalog);
        return refusals
            .Select(refusal => refusal is Refusal.Ended ended ? Ended(served, ended) : found.Of(refusal))
            .OfType<Diagnostic>()
            .Select(problem => Weigh(problem, served))
            .Concat(name.Kind is ModelKind.Custom or ModelKind.Other ? []
                : catalog.Of(name) is { } model ? OfKnown(served, model, found, refusals)
                : Unknown(served, name, refusals));
    }

    /// <summary>A problem as an error or a warning: what cannot be corrected in place, or comes back by a rollback,
    /// does not stop a plan.</summary>
    private Diagnostic Weigh(Diagnostic problem, NamedModel served) =>
        served.IsLive && day.Occasion is not ModelOccasion.Rollback
            ? problem
            : problem with { Severity = Severity.Warning };

    private Diagnostic Ended(NamedModel served, Refusal.Ended ended)
    {
        var (at, id, since) = (served.Model.At, ended.Model.Id, ended.Since is { } end ? Spell(end) : null);
        var advice = ModelAdvice.Successor(ended.Model, catalog, region, day.Day, served.Release is not null);
        return day.Occasion is ModelOccasion.Validate && served is { IsLive: true, IsRolledBack: false }
            ? Problems.ModelEnded(at, id, since, advice)
            : Problems.EndedModelStays(at, id, since, advice);
    }

    private IEnumerable<Diagnostic> OfKnown(
        NamedModel served, Model model, ModelFindings found, ImmutableArray<Refusal> refusals)
    {
        var advice = new Lazy<string>(() =>
            ModelAdvice.Successor(model, catalog, region, day.Day, served.Release is not null));
        Diagnostic? life = model.Lifecycle.On(day.Day, region) switch
        {
            Phase.Ending { IsNear: true } ending => Problems.ModelEnds(
                served.Model.At, model.Id, Spell(ending.End), ending.End.DayNumber - day.Day.DayNumber, advice.Value),
            Phase.Ending when model.Lifecycle.LegacySince <= day.Day => Problems.ModelIsLegacy(
                served.Model.At, model.Id, Spell(model.Lifecycle.LegacySince.Value), advice.Value),
            Phase.Legacy legacy => Problems.ModelIsLegacy(
                served.Model.At, model.Id, legacy.Since is { } since ? Spell(since) : null, advice.Value),
            Phase.Active or Phase.Ending or Phase.Ended => null,
            _ => throw new UnreachableException(),
        };
        return (life is null ? [] : new[] { life })
            .Concat(refusals.Any(refusal => refusal is Refusal.Ended) ? [] : found.OfCachePoints(model))
            .Concat(found.OfStreams(model, refusals));
    }

    /// <summary>A profile with unknown regions is reported where access to it is given (PRM180).</summary>
    private IEnumerable<Diagnostic> Unknown(NamedModel served, ModelName name, ImmutableArray<Refusal> refusals) =>
        !refusals.IsEmpty
        || (name is { Kind: ModelKind.Profile } && !name.Id.StartsWith("global.", StringComparison.Ordinal)
            && !profiles.Contains(name.Id))
            ? []
            : [Problems.ModelUnknown(
                served.Model.At, name.Id, Spell(catalog.Date), ModelAdvice.Unknown(name.Id, catalog))];

    private static string Spell(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
