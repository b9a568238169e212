using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;

namespace Infra.Local.Flows;

/// <summary>Checks prompts inside a flow for what the service requires besides the shapes of their members.</summary>
/// <remarks>
/// The API's model allows conversations there, but the service refuses them without giving a reason. Source:
/// hashicorp/terraform-provider-aws#42201, read 2026-11-27; the message is this project's own.
/// </remarks>
internal static class InlinePrompts
{
    /// <summary>The fault of the first prompt that the service refuses, including those in loops; null for
    /// none.</summary>
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
