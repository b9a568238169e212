using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Models;

namespace Infra.Local.Converse;

/// <summary>Finds what a request uses of its model.</summary>
internal static class ModelUses
{
    /// <summary>Of a managed prompt, or a flow's prompt node.</summary>
    public static ModelUse Of(FilledPrompt prompt)
    {
        var chat = prompt.Variant["templateConfiguration"]!["chat"];
        return Of(
            prompt.Model,
            prompt.Variant["inferenceConfiguration"]?["text"],
            prompt.Variant["additionalModelRequestFields"],
            prompt.Conversation) with
        {
            Tools = Tools(chat?["toolConfiguration"]).Any(tool => tool["toolSpec"] is not null),
            CachePoint = prompt.Variant["templateConfiguration"]!["text"]?["cachePoint"] is not null
                || HasCachePoint(prompt.Conversation)
                || Tools(chat?["toolConfiguration"]).Any(tool => tool["cachePoint"] is not null),
        };
    }

    /// <summary>Of a request to Converse that names a model itself.</summary>
    public static ModelUse Of(string model, JsonObject request, Conversation conversation) =>
        Of(model, request["inferenceConfig"], request["additionalModelRequestFields"], conversation) with
        {
            Tools = Tools(request["toolConfig"]).Any(tool => tool["toolSpec"] is not null),
            CachePoint = HasCachePoint(conversation)
                || Tools(request["toolConfig"]).Any(tool => tool["cachePoint"] is not null),
        };

    private static ModelUse Of(string model, JsonNode? inference, JsonNode? fields, Conversation conversation) =>
        new(model)
        {
            Temperature = Number(inference?["temperature"]),
            TopP = Number(inference?["topP"]),
            MaxTokens = (int?)Number(inference?["maxTokens"]),
            Stops = inference?["stopSequences"] is JsonArray { Count: > 0 },
            Fields = fields is JsonObject ? Values.JsonValue.Parse(fields.ToJsonString()) : null,
            System = !conversation.System.IsEmpty,
            EndsWithAssistant = conversation.Messages is [.., var last]
                && last["role"]?.GetValue<string>() is "assistant",
            Images = conversation.Messages.SelectMany(Blocks).Any(block => block["image"] is not null),
        };

    private static bool HasCachePoint(Conversation conversation) =>
        conversation.System.Concat(conversation.Messages.SelectMany(Blocks))
            .Any(block => block["cachePoint"] is not null);

    private static IEnumerable<JsonObject> Blocks(JsonObject message) =>
        (message["content"] as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<JsonObject> Tools(JsonNode? configuration) =>
        (configuration?["tools"] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>A number; the API's float becomes the decimal that was written.</summary>
    private static decimal? Number(JsonNode? number) =>
        number is not null && number.GetValueKind() is JsonValueKind.Number
        && decimal.TryParse(
            number.ToJsonString(),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var value)
            ? value
            : null;
}
