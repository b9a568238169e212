using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;

namespace Infra.Local.Prompts;

/// <summary>Checks a prompt for what the service requires besides the shapes of its members.</summary>
internal static class PromptChecks
{
    /// <summary>The first rule that the input of CreatePrompt or UpdatePrompt violates, or null.</summary>
    public static Fault? Broken(JsonObject input)
    {
        var variants = (input["variants"] as JsonArray ?? []).Select(variant => variant!.AsObject()).ToList();
        return DefaultVariantExists(input, variants)
            ?? variants
                .Select(variant => OneRunner(variant) ?? TemplateFitsItsType(variant))
                .OfType<Fault>()
                .FirstOrDefault();
    }

    private static Fault? DefaultVariantExists(JsonObject input, List<JsonObject> variants) =>
        input["defaultVariant"]?.GetValue<string>() is { } name
        && !variants.Exists(variant => variant["name"]?.GetValue<string>() == name)
            ? Fault.Validation(
                $"The default variant {name} isn't one of the prompt's variants. Specify one that exists.")
            : null;

    private static Fault? OneRunner(JsonObject variant) =>
        variant["modelId"] is not null && variant["genAiResource"] is not null
            ? Fault.Validation($"Variant {variant["name"]} has both modelId and genAiResource. Specify one of them.")
            : null;

    private static Fault? TemplateFitsItsType(JsonObject variant)
    {
        var type = variant["templateType"]!.GetValue<string>();
        return variant["templateConfiguration"]!.AsObject().ContainsKey(type.ToLowerInvariant())
            ? null
            : Fault.Validation(
                $"The template configuration of variant {variant["name"]} doesn't match its template type {type}.");
    }
}
