using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.Invocations;
using Infra.Local.Profiles;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Converse;

/// <summary>InvokeModel and InvokeModelWithResponseStream, whose bodies have the form of the model's family.</summary>
/// <param name="Answers">The stand-ins for models.</param>
/// <param name="Gate">The rules by which models refuse calls.</param>
/// <param name="Log">The log of calls.</param>
internal sealed record InvokeModelOperations(Answers Answers, ModelGate Gate, InvocationLog Log)
{
    private static readonly ImmutableSortedDictionary<string, string> NoValues =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The operations by name.</summary>
    public ImmutableDictionary<string, Handler> All => new Dictionary<string, Handler>
    {
        ["InvokeModel"] = new Handler.Reads((world, call) => Answered(world, call, Whole)),
        ["InvokeModelWithResponseStream"] = new Handler.Reads((world, call) => Answered(world, call, InChunks)),
    }.ToImmutableDictionary();

    private Reply Answered(World world, Call call, Func<Completion, string, Reply> shown)
    {
        if (Http.Object(Convert.FromBase64String(call["body"] ?? "")) is not { } body)
        {
            return Malformed("");
        }

        var model = call.Required("modelId");
        var (asked, fault) = Arn.IsPrompt(model)
            ? OfPrompt(world, call, model, body)
            : OfModel(model, ProfileModels.Behind(world, call.Region, model).Model, body);
        if (asked is null)
        {
            return fault!;
        }

        var (behind, unknown) = ProfileModels.Behind(world, call.Region, asked.Model);
        return Log.Kept(call, asked, Answers, answer =>
            unknown ?? Gate.Through(new(behind), call.Region, () => shown(answer(), behind)));
    }

    private static Reply Whole(Completion completion, string model) =>
        new Reply.Raw(Http.Json, Http.Bytes(InvokeFormat.Of(model).Reply(completion, model)))
        {
            Headers =
            [
                (Completion.Header, completion.Origin),
                ("X-Amzn-Bedrock-Input-Token-Count", $"{completion.InputTokens}"),
                ("X-Amzn-Bedrock-Output-Token-Count", $"{completion.OutputTokens}"),
                ("X-Amzn-Bedrock-Invocation-Latency", "1"),
            ],
            Tokens = completion.Tokens,
        };

    private static Reply InChunks(Completion completion, string model) =>
        new Reply.Events([.. InvokeChunks.Of(completion, model).Select(chunk =>
            new Event("chunk", new JsonObject { ["bytes"] = Convert.ToBase64String(Http.Bytes(chunk)) }))])
        {
            Headers = [(Completion.Header, completion.Origin), ("X-Amzn-Bedrock-Content-Type", Http.Json)],
            Tokens = completion.Tokens,
        };

    private static (ModelCall? Asked, Fault? Fault) OfPrompt(World world, Call call, string arn, JsonObject body)
    {
        if (FilledPrompt.Find(world, call.Region, arn) is not { } prompt)
        {
            return (null, Fault.NotFound());
        }

        var values = PromptVariables.Read(body["promptVariables"] as JsonObject ?? []);
        var (filled, fault) = FilledPrompt.Fill(prompt, values);
        return (filled?.Asked, fault ?? filled!.Conversation.Broken());
    }

    private static (ModelCall? Asked, Fault? Fault) OfModel(string model, string behind, JsonObject body)
    {
        var missing = InvokeFormat.Of(behind).Required.Where(key => body[key] is null).ToList();
        return ModelId.Unknown(model) is { } unknown ? (null, unknown)
            : missing.Count > 0 ? (null, Malformed($": #: required key [{missing[0]}] not found"))
            : (new ModelCall(model, null, NoValues, InvokeFormat.Text(body)), null);
    }

    private static Fault Malformed(string why) =>
        Fault.Validation($"Malformed input request{why}, please reformat your input and try again.");
}
