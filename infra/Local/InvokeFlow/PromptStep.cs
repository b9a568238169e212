using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.Access;
using Infra.Local.Converse;
using Infra.Local.Profiles;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;
using Infra.Validation.Flows;
using Infra.Values;

namespace Infra.Local.InvokeFlow;

/// <summary>Runs a Prompt node: fills in its prompt and calls the stand-in for the node or for its model.</summary>
internal static class PromptStep
{
    /// <summary>The outputs of the node.</summary>
    public static (IReadOnlyDictionary<string, Value>? Outputs, Fault? Fault) Run(
        GraphNode node, JsonObject configuration, FlowContext context, ImmutableArray<TakenInput> inputs)
    {
        var source = configuration["sourceConfiguration"]!;
        var values = inputs.ToImmutableSortedDictionary(
            input => input.Input.Name.Value, input => ValueText.Of(input.Value), StringComparer.Ordinal);
        var (call, fault) = source["resource"]?["promptArn"]?.GetValue<string>() is { } arn
            ? Managed(context, arn, values)
            : Inline(source["inline"]!.AsObject(), values);
        fault ??= call!.Conversation.Broken() ?? Refused(context, call, configuration["guardrailConfiguration"]);
        if (fault is not null)
        {
            Count(context, call, fault);
            return (null, fault);
        }

        context.Events.Acted(node, "BedrockRuntime", "Converse");
        var stub = context.Stubs(context.Call(node, inputs)) is { } declared ? ValueText.Of(declared) : null;
        var said = Completion.Of(call!.Asked, stub is null ? context.Answers : _ => stub);
        Count(context, call, new Reply.Done([]) { Tokens = said.Tokens });
        return (new Dictionary<string, Value> { ["modelCompletion"] = said.Text }, null);
    }

    /// <summary>Meters a node's call of its model like any other call; a call that cannot be made is not
    /// metered.</summary>
    private static void Count(FlowContext context, FilledPrompt? call, Reply reply)
    {
        if (call is not null)
        {
            context.Meter.Count(
                call.Model,
                new(context.Region, context.Now, TimeSpan.Zero, reply),
                (reply as Reply.Refused)?.Fault.Status);
        }
    }

    private static Fault? Refused(FlowContext context, FilledPrompt call, JsonNode? guardrail)
    {
        var (behind, unknown) = ProfileModels.Behind(context.World, context.Region, call.Model);
        return context.Access.Denied(NodeRequests.Model(call.Model, behind, context.Region, guardrail)) ?? unknown
            ?? context.Gate.Denied(ModelUses.Of(call) with { Model = behind }, context.Region);
    }

    private static (FilledPrompt? Call, Fault? Fault) Managed(
        FlowContext context, string arn, ImmutableSortedDictionary<string, string> values)
    {
        var prompt = FilledPrompt.Find(context.World, context.Region, arn);
        var key = prompt?.Text("customerEncryptionKeyArn");
        return context.Access.Denied(NodeRequests.Prompt(arn, context.Region, key)) is { } denied ? (null, denied)
            : prompt is { } found ? FilledPrompt.Fill(found, values)
            : (null, Fault.NotFound());
    }

    private static (FilledPrompt? Call, Fault? Fault) Inline(
        JsonObject inline, ImmutableSortedDictionary<string, string> values) => FilledPrompt.Fill(null, inline, values);
}
