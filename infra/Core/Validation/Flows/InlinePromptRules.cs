using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Validation.Flows;

/// <summary>
/// Checks a prompt inside a flow: by the rules for all prompts, and for what CloudFormation does not accept there
/// (PRM259).
/// </summary>
internal static class InlinePromptRules
{
    /// <summary>All problems of a prompt inside a flow.</summary>
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
