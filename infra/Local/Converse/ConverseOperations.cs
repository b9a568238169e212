using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.Invocations;
using Infra.Local.Profiles;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Models;
using Infra.Values;

namespace Infra.Local.Converse;

/// <summary>Converse and ConverseStream.</summary>
/// <param name="Answers">The stand-ins for models.</param>
/// <param name="Gate">The rules by which models refuse calls.</param>
/// <param name="Log">The log of calls.</param>
internal sealed record ConverseOperations(Answers Answers, ModelGate Gate, InvocationLog Log)
{
    private const int CharactersPerDelta = 40;

    private static readonly string[] NotWithAPrompt =
        ["additionalModelRequestFields", "inferenceConfig", "system", "toolConfig"];

    /// <summary>The operations by name.</summary>
    public ImmutableDictionary<string, Handler> All => new Dictionary<string, Handler>
    {
        ["Converse"] = new Handler.Reads((world, call) => Answered(world, call, streams: false)),
        ["ConverseStream"] = new Handler.Reads((world, call) => Answered(world, call, streams: true)),
    }.ToImmutableDictionary();

    private Reply Answered(World world, Call call, bool streams)
    {
        var (asked, fault) = call.Required("modelId") is var model && Arn.IsPrompt(model)
            ? OfPrompt(world, call, model)
            : OfModel(call, model);
        if (asked is not var (question, use))
        {
            return fault!;
        }

        var (behind, unknown) = ProfileModels.Behind(world, call.Region, question.Model);
        return Log.Kept(call, question, Answers, answer => unknown ?? Gate.Through(
            use with { Model = behind, Streams = streams },
            call.Region,
            () => streams ? InDeltas(answer()) : Whole(answer())));
    }

    private static ((ModelCall Question, ModelUse Use)? Asked, Fault? Fault) OfPrompt(
        World world, Call call, string arn)
    {
        var refused = NotWithAPrompt.Where(call.Input.ContainsKey).ToList();
        if (refused.Count > 0)
        {
            return (null, Fault.Validation($"The fields [{string.Join(", ", refused)}] can't be specified when "
                + "modelId is the ARN of a prompt. Remove them, or set them in the prompt, and try again."));
        }

        if (FilledPrompt.Find(world, call.Region, arn) is not { } prompt)
        {
            return (null, Fault.NotFound());
        }

        var (filled, fault) = FilledPrompt.Fill(prompt, Values(call));
        if (filled is null)
        {
            return (null, fault);
        }

        var whole = filled.Conversation.Followed([.. Objects(call, "messages")]);
        filled = filled with { Conversation = whole };
        return whole.Broken() is { } broken ? (null, broken) : ((filled.Asked, ModelUses.Of(filled)), null);
    }

    private static ((ModelCall Question, ModelUse Use)? Asked, Fault? Fault) OfModel(Call call, string model)
    {
        var conversation = new Conversation(
            [.. Objects(call, "system")], [.. Objects(call, "messages")], call.Input.ContainsKey("toolConfig"));
        return (ModelId.Unknown(model) ?? conversation.Broken()) is { } fault
            ? (null, fault)
            : ((new ModelCall(model, null, Values(call), conversation.Text),
                ModelUses.Of(model, call.Input, conversation)), null);
    }

    private static Reply Whole(Completion completion) => new Reply.Done(new JsonObject
    {
        ["output"] = new JsonObject
        {
            ["message"] = new JsonObject
            {
                ["role"] = "assistant",
                ["content"] = new JsonArray([.. Blocks(completion)]),
            },
        },
        ["stopReason"] = StopReason(completion),
        ["usage"] = Usage(completion),
        ["metrics"] = Metrics(),
    })
    { Headers = Marked(completion), Tokens = completion.Tokens };

    private static Reply InDeltas(Completion completion) => new Reply.Events(
    [
        new("messageStart", new JsonObject { ["role"] = "assistant" }),
        .. Blocks(completion).SelectMany(BlockInDeltas),
        new("messageStop", new JsonObject { ["stopReason"] = StopReason(completion) }),
        new("metadata", new JsonObject { ["usage"] = Usage(completion), ["metrics"] = Metrics() }),
    ])
    { Headers = Marked(completion), Tokens = completion.Tokens };

    private static string StopReason(Completion completion) => completion.Tool is null ? "end_turn" : "tool_use";

    /// <summary>The text, unless it is empty, and the tool call.</summary>
    private static IEnumerable<JsonObject> Blocks(Completion completion)
    {
        if (completion.Text.Length > 0 || completion.Tool is null)
        {
            yield return new() { ["text"] = completion.Text };
        }

        if (completion.Tool is { } tool)
        {
            yield return new()
            {
                ["toolUse"] = new JsonObject
                {
                    ["toolUseId"] = "tooluse_local_1",
                    ["name"] = tool.Name,
                    ["input"] = JsonNode.Parse(CanonicalJson.Compact(tool.Input)),
                },
            };
        }
    }

    private static IEnumerable<Event> BlockInDeltas(JsonObject block, int index)
    {
        var (kind, text) = ("text", block["text"]?.GetValue<string>() ?? "");
        if (block["toolUse"]?.AsObject() is { } use)
        {
            (kind, text) = ("toolUse", use["input"]!.ToJsonString());
            yield return new("contentBlockStart", new JsonObject
            {
                ["contentBlockIndex"] = index,
                ["start"] = new JsonObject
                {
                    ["toolUse"] = new JsonObject
                    {
                        ["toolUseId"] = use["toolUseId"]!.DeepClone(),
                        ["name"] = use["name"]!.DeepClone(),
                    },
                },
            });
        }

        foreach (var piece in Deltas.Of(text, CharactersPerDelta))
        {
            yield return new("contentBlockDelta", new JsonObject
            {
                ["contentBlockIndex"] = index,
                ["delta"] = kind is "text"
                    ? new JsonObject { ["text"] = piece }
                    : new JsonObject { ["toolUse"] = new JsonObject { ["input"] = piece } },
            });
        }

        yield return new("contentBlockStop", new JsonObject { ["contentBlockIndex"] = index });
    }

    private static JsonObject Usage(Completion completion) => new()
    {
        ["inputTokens"] = completion.InputTokens,
        ["outputTokens"] = completion.OutputTokens,
        ["totalTokens"] = completion.InputTokens + completion.OutputTokens,
        ["cacheReadInputTokens"] = 0,
        ["cacheWriteInputTokens"] = 0,
    };

    private static JsonObject Metrics() => new() { ["latencyMs"] = 1 };

    private static ImmutableArray<(string Name, string Value)> Marked(Completion completion) =>
        [(Completion.Header, completion.Origin)];

    private static IEnumerable<JsonObject> Objects(Call call, string member) =>
        (call.Input[member] as JsonArray ?? []).Select(item => item!.AsObject());

    private static ImmutableSortedDictionary<string, string> Values(Call call) =>
        PromptVariables.Read(call.Input["promptVariables"] as JsonObject ?? []);
}
