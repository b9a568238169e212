using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Infra.Local.Converse;

/// <summary>The chunks in which a family of models streams an answer.</summary>
/// <remarks>
/// Sources: Bedrock user guide, "Inference request parameters and response fields for foundation models", and the way
/// the AWS SDK's code examples read the streams; the last chunk contains the metrics of the call.
/// </remarks>
internal static class InvokeChunks
{
    private const int CharactersPerDelta = 40;

    private static readonly ImmutableArray<(InvokeFormat Format, Chunks Chunks)> Families =
    [
        (InvokeFormat.Claude, Claude),
        (InvokeFormat.Nova, Nova),
        (InvokeFormat.Titan, Titan),
        (InvokeFormat.Llama, Llama),
        (InvokeFormat.MistralText, Mistral),
        (InvokeFormat.Command, Command),
    ];

    private delegate IEnumerable<JsonObject> Chunks(Completion said, string model, ImmutableArray<string> deltas);

    /// <summary>All chunks of a stream.</summary>
    public static ImmutableArray<JsonObject> Of(Completion said, string model)
    {
        var format = InvokeFormat.Of(model);
        var chunks = Families.FirstOrDefault(pair => ReferenceEquals(pair.Format, format)).Chunks ?? Chat;
        ImmutableArray<string> deltas = said.Text.Length is 0 ? [""] : [.. Deltas.Of(said.Text, CharactersPerDelta)];
        ImmutableArray<JsonObject> stream = [.. chunks(said, model, deltas)];
        stream[^1]["amazon-bedrock-invocationMetrics"] = new JsonObject
        {
            ["inputTokenCount"] = said.InputTokens,
            ["outputTokenCount"] = said.OutputTokens,
            ["invocationLatency"] = 1,
            ["firstByteLatency"] = 1,
        };
        return stream;
    }

    private static IEnumerable<JsonObject> Claude(Completion said, string model, ImmutableArray<string> deltas)
    {
        var start = InvokeFormat.Of(model).Reply(said with { Text = "", OutputTokens = 0 }, model);
        start["content"] = new JsonArray();
        start["stop_reason"] = null;
        return
        [
            new() { ["type"] = "message_start", ["message"] = start },
            Block("content_block_start", "content_block", new() { ["type"] = "text", ["text"] = "" }),
            .. deltas.Select(text => Block(
                "content_block_delta", "delta", new() { ["type"] = "text_delta", ["text"] = text })),
            new() { ["type"] = "content_block_stop", ["index"] = 0 },
            new()
            {
                ["type"] = "message_delta",
                ["delta"] = new JsonObject { ["stop_reason"] = "end_turn", ["stop_sequence"] = null },
                ["usage"] = new JsonObject { ["output_tokens"] = said.OutputTokens },
            },
            new() { ["type"] = "message_stop" },
        ];
    }

    private static JsonObject Block(string type, string member, JsonObject value) =>
        new() { ["type"] = type, ["index"] = 0, [member] = value };

    private static IEnumerable<JsonObject> Nova(Completion said, string model, ImmutableArray<string> deltas) =>
    [
        new() { ["messageStart"] = new JsonObject { ["role"] = "assistant" } },
        .. deltas.Select(text => new JsonObject
        {
            ["contentBlockDelta"] = new JsonObject
            {
                ["delta"] = new JsonObject { ["text"] = text },
                ["contentBlockIndex"] = 0,
            },
        }),
        new() { ["contentBlockStop"] = new JsonObject { ["contentBlockIndex"] = 0 } },
        new() { ["messageStop"] = new JsonObject { ["stopReason"] = "end_turn" } },
        new()
        {
            ["metadata"] = new JsonObject
            {
                ["usage"] = InvokeFormat.Of(model).Reply(said, model)["usage"]!.DeepClone(),
                ["metrics"] = new JsonObject(),
            },
        },
    ];

    private static IEnumerable<JsonObject> Titan(Completion said, string model, ImmutableArray<string> deltas) =>
        deltas.Select((text, index) => new JsonObject
        {
            ["outputText"] = text,
            ["index"] = 0,
            ["totalOutputTextTokenCount"] = IsLast(deltas, index) ? said.OutputTokens : null,
            ["completionReason"] = IsLast(deltas, index) ? "FINISH" : null,
            ["inputTextTokenCount"] = index is 0 ? said.InputTokens : null,
        });

    private static IEnumerable<JsonObject> Llama(Completion said, string model, ImmutableArray<string> deltas) =>
        deltas.Select((text, index) => new JsonObject
        {
            ["generation"] = text,
            ["prompt_token_count"] = index is 0 ? said.InputTokens : null,
            ["generation_token_count"] = IsLast(deltas, index) ? said.OutputTokens : index + 1,
            ["stop_reason"] = IsLast(deltas, index) ? "stop" : null,
        });

    private static IEnumerable<JsonObject> Mistral(Completion said, string model, ImmutableArray<string> deltas) =>
        deltas.Select((text, index) => new JsonObject
        {
            ["outputs"] = new JsonArray(new JsonObject
            {
                ["text"] = text,
                ["stop_reason"] = IsLast(deltas, index) ? "stop" : null,
            }),
        });

    private static IEnumerable<JsonObject> Command(Completion said, string model, ImmutableArray<string> deltas) =>
    [
        .. deltas.Select(text => new JsonObject
        {
            ["is_finished"] = false,
            ["event_type"] = "text-generation",
            ["text"] = text,
        }),
        new()
        {
            ["is_finished"] = true,
            ["event_type"] = "stream-end",
            ["finish_reason"] = "COMPLETE",
            ["response"] = InvokeFormat.Of(model).Reply(said, model),
        },
    ];

    /// <summary>Chat completions, which the other families use.</summary>
    private static IEnumerable<JsonObject> Chat(Completion said, string model, ImmutableArray<string> deltas) =>
        deltas.Select((text, index) => new JsonObject
        {
            ["object"] = "chat.completion.chunk",
            ["model"] = model,
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["delta"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
                ["finish_reason"] = IsLast(deltas, index) ? "stop" : null,
            }),
        });

    private static bool IsLast(ImmutableArray<string> deltas, int index) => index == deltas.Length - 1;
}
