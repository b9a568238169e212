using Infra.Definitions.Format;
using Infra.Models;

namespace Infra.Planning;

/// <summary>Advice about models.</summary>
internal static class ModelAdvice
{
    /// <summary>The successor that AWS names, or the first one after it that can still be called, as written in the
    /// region.</summary>
    public static string Successor(Model model, ModelCatalog catalog, string? region, DateOnly day, bool isReleased)
    {
        var how = isReleased ? " Move the working file to it, make a release and promote it." : "";
        return Living(model, catalog, region, day) is { } next
            ? $"AWS recommends '{Callable(next, region)}' instead.{how}"
            : $"No successor is named here: 'prompts models --all' lists what lives.{how.Replace(
                "it,", "one,", StringComparison.Ordinal)}";
    }

    /// <summary>The id to write for a model: its own, or an inference profile that can be called from the
    /// region.</summary>
    public static string Callable(Model model, string? region) =>
        model.OnDemand is { } regions && (region is null ? !regions.IsEmpty : regions.Contains(region))
            ? model.Id
            : ModelCatalog.ProfilesFrom(model, region) is [var profile, ..] ? profile : model.Id;

    /// <summary>The id that was probably meant, or what to do if the id is right.</summary>
    public static string Unknown(string id, ModelCatalog catalog) =>
        DidYouMean.Nearest(id, catalog.Models.Select(model => model.Id)) is { } near ? $"Did you mean '{near}'?"
        : !id.Contains('.', StringComparison.Ordinal)
            ? "Bedrock's ids start with who made the model, as in amazon.nova-lite-v1:0."
        : "If it is right, you may state its limits and prices in bedrock-prompts:models.";

    private static Model? Living(Model model, ModelCatalog catalog, string? region, DateOnly day)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { model.Id };
        while (model.Successor is { } id && seen.Add(id) && catalog.Of(id) is { } next)
        {
            model = next;
            if (next.Lifecycle.On(day, region) is not Phase.Ended)
            {
                return next;
            }
        }

        return null;
    }
}
