using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Converse;

/// <summary>A managed prompt with its variables filled in.</summary>
/// <param name="Name">Its deployed name; null for a prompt that is part of a flow.</param>
/// <param name="Model">The model of its variant.</param>
/// <param name="Variables">The values.</param>
/// <param name="Conversation">The input of the model.</param>
internal sealed record FilledPrompt(
    string? Name, string Model, ImmutableSortedDictionary<string, string> Variables, Conversation Conversation)
{
    /// <summary>The variant in the API's form, with the rest of what it uses of the model.</summary>
    public required JsonObject Variant { get; init; }

    /// <summary>The prompt, or the version of it, that an ARN refers to.</summary>
    public static JsonElement? Find(World world, string region, string arn) =>
        Arn.PromptOf(arn, region) is not { } wanted || world.Find<PromptRow>(region, wanted.Id) is not { } prompt ? null
        : wanted.Version is null ? prompt.Draft
        : prompt.Versions.GetValueOrDefault(int.Parse(wanted.Version, CultureInfo.InvariantCulture))?.Content;

    /// <summary>The model of the default variant of a prompt; null for none.</summary>
    public static string? ModelOf(JsonElement prompt) =>
        DefaultVariant(prompt.Copied())?["modelId"]?.GetValue<string>();

    /// <summary>Fills the default variant of a prompt.</summary>
    public static (FilledPrompt? Call, Fault? Fault) Fill(
        JsonElement prompt, ImmutableSortedDictionary<string, string> values)
    {
        var content = prompt.Copied();
        var variant = DefaultVariant(content);
        return variant?["modelId"] is null
            ? (null, Fault.Validation("The prompt that you specified has no variant with a model. "
                + "Add a model to the prompt and try again."))
            : Fill(content["name"]?.GetValue<string>(), variant, values);
    }

    /// <summary>Fills in a variant, of a prompt or of a flow's prompt node.</summary>
    public static (FilledPrompt? Call, Fault? Fault) Fill(
        string? name, JsonObject variant, ImmutableSortedDictionary<string, string> values)
    {
        var conversation = Read(variant["templateConfiguration"]!.AsObject());
        var missing = BedrockTemplate.Variables(conversation.Text).Except(values.Keys, StringComparer.Ordinal).ToList();
        return missing.Count > 0
            ? (null, Fault.Validation($"The prompt variables [{string.Join(", ", missing)}] have no value. "
                + "Provide a value for every variable of the prompt and try again."))
            : (new FilledPrompt(
                name, variant["modelId"]!.GetValue<string>(), values, Filled(conversation, values))
            {
                Variant = variant,
            }, null);
    }

    /// <summary>The call for a stand-in.</summary>
    public ModelCall Asked => new(Model, Name, Variables, Conversation.Text);

    private static JsonObject? DefaultVariant(JsonObject prompt)
    {
        var variants = (prompt["variants"] as JsonArray ?? []).Select(variant => variant!.AsObject()).ToList();
        var name = prompt["defaultVariant"]?.GetValue<string>();
        return variants.Find(candidate => candidate["name"]?.GetValue<string>() == name) ?? variants.FirstOrDefault();
    }

    private static Conversation Read(JsonObject template) => template["chat"] is JsonObject chat
        ? new([.. Objects(chat["system"])], [.. Objects(chat["messages"])], chat["toolConfiguration"] is not null)
        : new([], [User(template["text"]!["text"]!.GetValue<string>())], HasTools: false);

    private static Conversation Filled(Conversation conversation, ImmutableSortedDictionary<string, string> values) =>
        conversation with
        {
            System = [.. conversation.System.Select(block => Filled(block, values))],
            Messages = [.. conversation.Messages.Select(message => new JsonObject
            {
                ["role"] = message["role"]!.DeepClone(),
                ["content"] = new JsonArray([.. Objects(message["content"]).Select(block => Filled(block, values))]),
            })],
        };

    private static JsonObject Filled(JsonObject block, ImmutableSortedDictionary<string, string> values) =>
        block["text"] is { } text
            ? new JsonObject { ["text"] = BedrockTemplate.Fill(text.GetValue<string>(), values) }
            : block.DeepClone().AsObject();

    private static JsonObject User(string text) => new()
    {
        ["role"] = "user",
        ["content"] = new JsonArray(new JsonObject { ["text"] = text }),
    };

    private static IEnumerable<JsonObject> Objects(JsonNode? list) =>
        (list as JsonArray ?? []).Select(item => item!.AsObject());
}
