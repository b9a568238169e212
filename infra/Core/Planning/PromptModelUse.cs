using Infra.Definitions.Prompts;
using Infra.Models;
using Infra.Rendering;

namespace Infra.Planning;

/// <summary>What a prompt uses of its model.</summary>
public static class PromptModelUse
{
    /// <summary>The call that a prompt results in; null if no model answers it.</summary>
    public static ModelUse? Of(Prompt prompt) => prompt.Model is { } model
        ? Inferred(new(model.Value), prompt.Inference) with
        {
            Fields = PromptVariant.AdditionalFields(prompt),
            System = prompt.Body is PromptBody.Chat { System.Length: > 0 },
            EndsWithAssistant = prompt.Body is PromptBody.Chat { Messages: [.., { Role: Role.Assistant }] },
            Tools = prompt.Body is PromptBody.Chat { Tools: { } tools } && tools.Specifications.Any(),
            CachePoint = CachePoints.In(prompt.Body).Any(),
        }
        : null;

    /// <summary>A call with parameters of inference.</summary>
    internal static ModelUse Inferred(ModelUse use, Inference? inference) => use with
    {
        Temperature = inference?.Temperature?.Value,
        TopP = inference?.TopP?.Value,
        Stops = inference?.StopSequences is { Length: > 0 },
        MaxTokens = inference?.MaxTokens?.Value,
    };
}
