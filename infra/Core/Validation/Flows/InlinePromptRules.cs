using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Validation.Flows;

/// <summary>
/// A prompt that stands in a flow: what holds for every prompt, and what CloudFormation does not take there (PRM259).
/// </summary>
internal static class InlinePromptRules
{
    /// <summary>Everything wrong with a prompt that stands in a flow.</summary>
    public static IEnumerable<Diagnostic> Check(Prompt prompt) =>
    [
        .. ModelRules.Check(prompt),
        .. prompt.Inference is { } inference ? InferenceRules.Check(inference, FlowLimits.MaxTokens) : [],
        .. TemplateRules.Check(prompt),
        .. OnlyForTheApi(prompt).Select(part => Problems.OnlyTheApiTakes(part.At, part.What)),
    ];

    private static IEnumerable<(Location At, string What)> OnlyForTheApi(Prompt prompt)
    {
        if (prompt.Body is PromptBody.Chat)
        {
            yield return (prompt.At, "a conversation");
        }

        if (prompt.Body is PromptBody.Text { CachePoint: true })
        {
            yield return (prompt.At, "a cache point");
        }

        if (prompt.AdditionalModelRequestFields is { } fields)
        {
            yield return (fields.At, "additionalModelRequestFields");
        }

        if (prompt.Inference?.TopK is { } topK)
        {
            yield return (topK.At, "topK (it becomes additionalModelRequestFields)");
        }
    }
}
