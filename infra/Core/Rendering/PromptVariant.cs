using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Definitions.Prompts;
using Infra.Models;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Rendering;

/// <summary>A prompt as Bedrock stores it: the single variant, in CloudFormation's spelling.</summary>
/// <remarks>A release's digest covers everything in it and nothing else.</remarks>
public static class PromptVariant
{
    /// <summary>The variant; <c>${...}</c> stays as it is in the prompt.</summary>
    public static Value.Map Render(Prompt prompt) => Map(
        ("Name", prompt.Variant.Value),
        ("ModelId", prompt.Model?.Value),
        ("GenAiResource", prompt.Agent?.Value is { } agent ? Map(("Agent", Map(("AgentIdentifier", agent)))) : null),
        ("InferenceConfiguration", prompt.Inference is { } inference ? Map(("Text", Render(inference))) : null),
        ("AdditionalModelRequestFields", AdditionalFields(prompt)),
        ("TemplateType", prompt.Body is PromptBody.Text ? "TEXT" : "CHAT"),
        ("TemplateConfiguration", prompt.Body switch
        {
            PromptBody.Text text => Map(("Text", Render(text, prompt.Variables))),
            PromptBody.Chat chat => Map(("Chat", Render(chat, prompt.Variables))),
            _ => throw new UnreachableException(),
        }),
        ("Metadata", OrNull(prompt.Metadata, entry => Map(("Key", entry.Name.Value), ("Value", entry.Text.Value)))));

    /// <summary>A prompt inside a node of a flow: a variant without a name.</summary>
    internal static Value.Map RenderInline(Prompt prompt) => new(Render(prompt).Entries.Remove("Name"));

    /// <summary>Fields for the model besides Bedrock's own: the author's JSON, and topK in the model's
    /// spelling.</summary>
    public static Value? AdditionalFields(Prompt prompt)
    {
        var own = prompt.AdditionalModelRequestFields?.Value;
        var topK = prompt.Inference?.TopK is { } k ? TopK(prompt.Model?.Value, k.Value) : null;
        return (own, topK) switch
        {
            (null, null) => null,
            (Value.Map left, Value.Map right) => Document(Merge(left, right)),
            (null, not null) => Document(topK),
            _ => Document(own!),
        };
    }

    /// <remarks>Part of a digest: how it is written for a model may never change.</remarks>
    private static Value TopK(string? model, int topK)
    {
        var path = (model is null ? null : ModelCatalog.Known.Of(model))?.Parameters.TopK?.Path ?? [];
        Value fields = topK;
        foreach (var key in path.IsEmpty ? ["topK"] : path.Reverse())
        {
            fields = Map((key, fields));
        }

        return fields;
    }

    private static Value.Map Merge(Value.Map left, Value.Map right) => Map(left.Entries.Keys
        .Union(right.Entries.Keys)
        .Select(key => (key, (left[key], right[key]) switch
        {
            (Value.Map l, Value.Map r) => Merge(l, r),
            var (l, r) => l ?? r,
        })));

    /// <summary>The parameters of inference.</summary>
    internal static Value.Map Render(Inference inference) => Map(
        ("Temperature", inference.Temperature is { } temperature ? temperature.Value : null),
        ("TopP", inference.TopP is { } topP ? topP.Value : null),
        ("MaxTokens", inference.MaxTokens is { } maxTokens ? maxTokens.Value : null),
        ("StopSequences", inference.StopSequences is { } stops ? List(stops.Select(stop => (Value)stop.Value)) : null));

    private static Value.Map Render(PromptBody.Text text, ImmutableArray<Variable> variables) => Map(
        ("Text", text.Template.Text),
        ("InputVariables", Render(variables)),
        ("CachePoint", text.CachePoint ? CachePoint() : null));

    private static Value.Map Render(PromptBody.Chat chat, ImmutableArray<Variable> variables) => Map(
        ("System", chat.System is { } system ? List(system.Select(Render)) : null),
        ("Messages", List(chat.Messages.Select(message => Map(
            ("Role", message.Role is Role.User ? "user" : "assistant"),
            ("Content", List(message.Content.Select(Render))))))),
        ("InputVariables", Render(variables)),
        ("ToolConfiguration", chat.Tools is { } tools
            ? Map(
                ("Tools", List(tools.Items.Select(Render))),
                ("ToolChoice", chat.Choice is null ? null : Render(chat.Choice)))
            : null));

    private static Value? Render(ImmutableArray<Variable> variables) =>
        OrNull(variables, variable => Map(("Name", variable.Name.Value)));

    private static Value Render(Block block) => block switch
    {
        Block.Text text => Map(("Text", text.Template.Text)),
        Block.CachePoint => Map(("CachePoint", CachePoint())),
        _ => throw new UnreachableException(),
    };

    private static Value Render(Tool tool) => tool switch
    {
        Tool.Specification specification => Map(("ToolSpec", Map(
            ("Name", specification.Name.Value),
            ("Description", specification.Description?.Value),
            ("InputSchema", Map(("Json", Document(specification.InputSchema.Value))))))),
        Tool.CachePoint => Map(("CachePoint", CachePoint())),
        _ => throw new UnreachableException(),
    };

    private static Value Render(ToolChoice choice) => choice switch
    {
        ToolChoice.Auto => Map(("Auto", Map())),
        ToolChoice.Any => Map(("Any", Map())),
        ToolChoice.Specific specific => Map(("Tool", Map(("Name", specific.Name.Value)))),
        _ => throw new UnreachableException(),
    };

    private static Value.Map CachePoint() => Map(("Type", "default"));

    private static Value? OrNull<T>(ImmutableArray<T> items, Func<T, Value> render) =>
        items.IsEmpty ? null : List(items.Select(render));
}
