using System.Globalization;
using Infra.Models;
using Infra.Planning;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Targets;

/// <summary>Renders the models that a project uses.</summary>
public static class ModelTable
{
    private const string Unknown = "unknown";

    /// <summary>Text for a terminal: a paragraph for each model.</summary>
    public static void Write(IEnumerable<ModelInUse> models, DateOnly day, TextWriter output)
    {
        foreach (var model in models)
        {
            output.WriteLine(model.Name);
            output.WriteLine($"  until   {Until(model, day)}");
            output.WriteLine($"  regions {Regions(model)}");
            output.WriteLine($"  price   {Dollars(model.Price)}");
            output.WriteLine($"  takes   {Takes(model.Known)}");
            output.WriteLine($"  used by {(model.Users.IsEmpty ? "nobody" : string.Join(", ", model.Users))}");
        }
    }

    /// <summary>Markdown for an issue or a pull request.</summary>
    public static void WriteMarkdown(IEnumerable<ModelInUse> models, DateOnly day, TextWriter output)
    {
        output.WriteLine("| model | until | price | used by |");
        output.WriteLine("|---|---|---|---|");
        foreach (var model in models)
        {
            output.WriteLine($"| `{model.Name}` | {Until(model, day)} | {Dollars(model.Price)} "
                + $"| {string.Join("<br>", model.Users)} |");
        }
    }

    /// <summary>JSON for programs.</summary>
    public static Value Json(IEnumerable<ModelInUse> models, DateOnly day) => List(models.Select(model => Map(
        ("model", model.Name),
        ("id", model.Known?.Id),
        ("state", State(model, day)),
        ("end", Day(model.Known?.Lifecycle.End)),
        ("noSoonerThan", Day(model.Known?.Lifecycle.NoSoonerThan)),
        ("successor", model.Known?.Successor),
        ("output", model.Known?.Output is { } output ? output : null),
        ("inputPrice", model.Price?.Input is { } input ? input : null),
        ("outputPrice", model.Price?.Output is { } written ? written : null),
        ("users", List(model.Users.Select(user => Map(
            ("name", user.Owner),
            ("stack", user.Stack),
            ("release", user.Release is { } release ? release : null),
            ("live", user.IsLive))))))));

    private static string Until(ModelInUse model, DateOnly day) => model.On(day) switch
    {
        null => Unknown,
        Phase.Ended ended => ended.Since is { } since ? $"ended on {Day(since)}" : "ended",
        Phase.Ending ending => $"{Day(ending.End)} (in {ending.End.DayNumber - day.DayNumber} days)",
        Phase.Legacy legacy => $"legacy{(legacy.Since is { } since ? $" since {Day(since)}" : "")}",
        Phase.Active => model.Known!.Lifecycle.NoSoonerThan is { } promised && promised > day
            ? $"not before {Day(promised)}" : "no end is known",
        _ => Unknown,
    };

    private static string State(ModelInUse model, DateOnly day) => model.On(day) switch
    {
        null => Unknown,
        { } phase => phase.GetType().Name.ToLowerInvariant(),
    };

    private static string Regions(ModelInUse model)
    {
        var name = ModelName.Of(model.Name);
        var regions = name.Kind is ModelKind.Profile
            ? model.Known?.Routes.GetValueOrDefault(name.Id, []).SelectMany(route => route.From)
            : model.Known?.OnDemand;
        return regions?.Distinct().Order(StringComparer.Ordinal).ToArray() switch
        {
            null or [] => Unknown,
            { Length: > 8 } many => $"{string.Join(", ", many[..8])} and {many.Length - 8} more",
            var all => string.Join(", ", all),
        };
    }

    private static string Dollars(Price? price) => price is null
        ? Unknown
        : string.Create(
            CultureInfo.InvariantCulture, $"${price.Input} read, ${price.Output} written, per million tokens");

    private static string Takes(Model? model)
    {
        if (model is null)
        {
            return Unknown;
        }

        var taken = model.Parameters;
        (string Name, bool? IsTaken)[] all =
        [
            ("temperature", taken.Temperature?.IsTaken), ("topP", taken.TopP?.IsTaken),
            ("topK", taken.TopK?.IsTaken), ("stopSequences", taken.StopSequences?.IsTaken),
            ("system", taken.System?.IsTaken), ("prefill", taken.Prefill?.IsTaken), ("tools", model.Features.Tools),
            ("images", model.Features.Images), ("cache points", model.Features.CachePoints),
        ];
        var parts = all.Where(part => part.IsTaken is true).Select(part => part.Name)
            .Concat(model.Output is { } output
                ? [string.Create(CultureInfo.InvariantCulture, $"maxTokens up to {output:N0}")] : []);
        var refused = all.Where(part => part.IsTaken is false).Select(part => part.Name).ToArray();
        return string.Join(", ", parts) + (refused.Length == 0 ? "" : $"; not {string.Join(", ", refused)}");
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
