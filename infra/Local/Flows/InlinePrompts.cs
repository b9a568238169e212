using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;

namespace Infra.Local.Flows;

/// <summary>What the service asks of prompts that stand in a flow beyond the shapes of their members.</summary>
/// <remarks>
/// The model of the API has conversations there, and the service refuses them without saying why. Source:
/// hashicorp/terraform-provider-aws#42201, read 2026-11-27; the words are ours.
/// </remarks>
internal static class InlinePrompts
{
    /// <summary>The first prompt of a definition, loops included, that the service refuses; null for none.</summary>
    public static Fault? Broken(JsonNode? definition) => (definition?["nodes"] as JsonArray ?? [])
        .OfType<JsonObject>()
        .Select(node => IsConversation(node)
            ? Fault.Validation(
                $"The template configuration of the prompt in node {node["name"]} is invalid: templateType CHAT isn't "
                + "supported for inline prompts. Use a prompt of Prompt management.")
            : Broken(node["configuration"]?["loop"]?["definition"]))
        .OfType<Fault>()
        .FirstOrDefault();

    private static bool IsConversation(JsonObject node) =>
        node["configuration"]?["prompt"]?["sourceConfiguration"]?["inline"]?["templateType"] is JsonValue type
        && type.GetValue<string>() is "CHAT";
}
