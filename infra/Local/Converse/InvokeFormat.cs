using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Models;

namespace Infra.Local.Converse;

/// <summary>The request and response bodies of a family of models.</summary>
/// <param name="Required">The keys that a request must have.</param>
/// <param name="Reply">Makes the response, from a completion and the model's id.</param>
/// <remarks>
/// Source: Bedrock user guide, "Inference request parameters and response fields for foundation models".
/// </remarks>
internal sealed record InvokeFormat(ImmutableArray<string> Required, Func<Completion, string, JsonObject> Reply)
{
    private static readonly ImmutableArray<string> ClaudeNeeds = ["anthropic_version", "max_tokens", "messages"];

    internal static readonly InvokeFormat Claude = new(ClaudeNeeds, (said, model) => new()
    {
        ["id"] = "msg_bdrk_local",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = ModelName.Of(model).Foundation ?? model,
        ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = said.Text }),
        ["stop_reason"] = "end_turn",
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject { ["input_tokens"] = said.InputTokens, ["output_tokens"] = said.OutputTokens },
    });

    internal static readonly InvokeFormat Nova = new(["messages"], (said, _) => new()
    {
        ["output"] = new JsonObject
        {
            ["message"] = new JsonObject
            {
                ["role"] = "assistant",
                ["content"] = new JsonArray(new JsonObject { ["text"] = said.Text }),
            },
        },
        ["stopReason"] = "end_turn",
        ["usage"] = new JsonObject
        {
            ["inputTokens"] = said.InputTokens,
            ["outputTokens"] = said.OutputTokens,
            ["totalTokens"] = said.InputTokens + said.OutputTokens,
        },
    });

    internal static readonly InvokeFormat Titan = new(["inputText"], (said, _) => new()
    {
        ["inputTextTokenCount"] = said.InputTokens,
        ["results"] = new JsonArray(new JsonObject
        {
            ["tokenCount"] = said.OutputTokens,
            ["outputText"] = said.Text,
            ["completionReason"] = "FINISH",
        }),
    });

    internal static readonly InvokeFormat Llama = new(["prompt"], (said, _) => new()
    {
        ["generation"] = said.Text,
        ["prompt_token_count"] = said.InputTokens,
        ["generation_token_count"] = said.OutputTokens,
        ["stop_reason"] = "stop",
    });

    internal static readonly InvokeFormat MistralText = new(["prompt"], (said, _) => new()
    {
        ["outputs"] = new JsonArray(new JsonObject { ["text"] = said.Text, ["stop_reason"] = "stop" }),
    });

    internal static readonly InvokeFormat Command = new(["message"], (said, _) => new()
    {
        ["text"] = said.Text,
        ["finish_reason"] = "COMPLETE",
    });

    /// <summary>Chat completions, which the other families use.</summary>
    private static readonly InvokeFormat Chat = new([], (said, model) => new()
    {
        ["model"] = model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = said.Text },
            ["finish_reason"] = "stop",
        }),
        ["usage"] = new JsonObject
        {
            ["prompt_tokens"] = said.InputTokens,
            ["completion_tokens"] = said.OutputTokens,
            ["total_tokens"] = said.InputTokens + said.OutputTokens,
        },
    });

    private static readonly ImmutableArray<(string Start, InvokeFormat Format)> Formats =
    [
        ("anthropic.", Claude),
        ("amazon.nova", Nova),
        ("amazon.titan", Titan),
        ("meta.", Llama),
        ("mistral.mistral-7b", MistralText),
        ("mistral.mixtral", MistralText),
        ("cohere.command", Command),
    ];

    /// <summary>The bodies of a model.</summary>
    public static InvokeFormat Of(string model) => ModelName.Of(model).Foundation is { } id
        ? Formats.FirstOrDefault(pair => id.StartsWith(pair.Start, StringComparison.Ordinal)).Format ?? Chat
        : Chat;

    /// <summary>All text for the model in a request of any family.</summary>
    public static string Text(JsonObject body)
    {
        string[] single = ["system", "prompt", "inputText", "message"];
        var messages = (body["messages"] as JsonArray ?? []).SelectMany(message => Texts(message?["content"]));
        return string.Join('\n', single.SelectMany(key => Texts(body[key])).Concat(messages));
    }

    private static IEnumerable<string> Texts(JsonNode? content) => content switch
    {
        JsonArray blocks => blocks.Select(block => block?["text"]).OfType<JsonValue>().Select(Spelled),
        JsonValue text => [Spelled(text)],
        _ => [],
    };

    private static string Spelled(JsonValue text) =>
        text.TryGetValue<string>(out var spelled) ? spelled : text.ToJsonString();
}
