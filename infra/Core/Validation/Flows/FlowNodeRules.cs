using Infra.Definitions;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>Each node by itself makes sense to CloudFormation.</summary>
internal static class FlowNodeRules
{
    /// <summary>Everything wrong with a node's configuration.</summary>
    public static IEnumerable<Diagnostic> Check(FlowNode node) =>
    [
        .. Categories(node),
        .. node.Configuration switch
        {
            NodeConfiguration.Prompt prompt =>
            [
                .. FlowReferenceRules.Guardrail(prompt.Guardrail, node.Name.At),
                .. prompt.Source switch
                {
                    PromptSource.Inline inline => Inline(inline.Prompt),
                    PromptSource.Arn arn => FlowReferenceRules.Prompt(arn.PromptArn),
                    _ => [],
                },
            ],
            NodeConfiguration.KnowledgeBase knowledgeBase => KnowledgeBase(knowledgeBase, node.Name.At),
            NodeConfiguration.LambdaFunction function => FlowReferenceRules.Lambda(function.LambdaArn),
            NodeConfiguration.Lex lex => FlowReferenceRules.Lex(lex.BotAliasArn, lex.LocaleId),
            NodeConfiguration.Agent agent => FlowReferenceRules.Agent(agent.AgentAliasArn),
            NodeConfiguration.Storage storage => FlowReferenceRules.Bucket(storage.BucketName),
            NodeConfiguration.Retrieval retrieval => FlowReferenceRules.Bucket(retrieval.BucketName),
            NodeConfiguration.InlineCode code when code.Code.Value.Length > FlowLimits.Code =>
                [Problems.FlowLimit(code.Code.At, "Characters of code", code.Code.Value.Length, FlowLimits.Code)],
            NodeConfiguration.LoopController { MaxIterations: { Value: < 1 or > FlowLimits.Iterations } turns } =>
            [
                Problems.FlowNumberOutOfRange(turns.At, "maxIterations", turns.Value, $"1 to {FlowLimits.Iterations}"),
            ],
            _ => [],
        },
    ];

    /// <summary>What the API takes in a prompt that stands in a flow, and CloudFormation does not.</summary>
    private static IEnumerable<Diagnostic> Inline(Prompt prompt)
    {
        if (prompt.Model is null)
        {
            yield return Problems.MissingKey(prompt.At, "model", "A prompt that stands in a flow");
        }
        else if (prompt.Model.Value.Value.Length == 0)
        {
            yield return Problems.ReferenceMalformed(prompt.Model.Value.At, "model", "", "amazon.nova-lite-v1:0");
        }

        if (prompt.Body is PromptBody.Chat)
        {
            yield return Problems.OnlyTheApiTakes(prompt.At, "conversation");
        }

        if (prompt.Body is PromptBody.Text { CachePoint: true })
        {
            yield return Problems.OnlyTheApiTakes(prompt.At, "cachePoint");
        }

        if (prompt.AdditionalModelRequestFields is { } fields)
        {
            yield return Problems.OnlyTheApiTakes(fields.At, "additionalModelRequestFields");
        }

        if (prompt.Inference?.TopK is { } topK)
        {
            yield return Problems.OnlyTheApiTakes(topK.At, "topK (it becomes additionalModelRequestFields)");
        }

        foreach (var problem in Inference(prompt.Inference))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Diagnostic> KnowledgeBase(NodeConfiguration.KnowledgeBase knowledgeBase, Location at)
    {
        var guardrail = knowledgeBase is { Guardrail: not null, ModelId: null }
            ? [Problems.GuardrailMisplaced(at, "it watches the model, and there is no 'modelId'")]
            : FlowReferenceRules.Guardrail(knowledgeBase.Guardrail, at);
        var results = knowledgeBase.NumberOfResults is { Value: < 1 or > FlowLimits.Results } found
            ? [Problems.FlowNumberOutOfRange(found.At, "numberOfResults", found.Value, $"1 to {FlowLimits.Results}")]
            : Enumerable.Empty<Diagnostic>();
        return
        [
            .. FlowReferenceRules.KnowledgeBase(knowledgeBase.KnowledgeBaseId),
            .. guardrail,
            .. results,
            .. Inference(knowledgeBase.Inference),
        ];
    }

    private static IEnumerable<Diagnostic> Inference(Inference? inference)
    {
        if (inference?.Temperature is { Value: < 0 or > 1 } temperature)
        {
            yield return Problems.FlowNumberOutOfRange(temperature.At, "temperature", temperature.Value, "0 to 1");
        }

        if (inference?.TopP is { Value: < 0 or > 1 } topP)
        {
            yield return Problems.FlowNumberOutOfRange(topP.At, "topP", topP.Value, "0 to 1");
        }

        if (inference?.MaxTokens is { Value: < 0 or > FlowLimits.MaxTokens } tokens)
        {
            yield return Problems.FlowNumberOutOfRange(
                tokens.At, "maxTokens", tokens.Value,
                $"0 to {FlowLimits.MaxTokens} inside a flow: a prompt in a file of its own may have more");
        }

        if (inference?.StopSequences is { Length: > FlowLimits.StopSequences } stops)
        {
            yield return Problems.FlowLimit(
                stops[FlowLimits.StopSequences].At, "stopSequences", stops.Length, FlowLimits.StopSequences);
        }
    }

    private static IEnumerable<Diagnostic> Categories(FlowNode node)
    {
        var isController = node.Configuration is NodeConfiguration.LoopController;
        return
            from input in node.Inputs ?? []
            where isController == input.Category is null
            select Problems.InputCategoryMisplaced(
                input.Category?.At ?? input.Name.At, node.Name.Value, input.Name.Value, isController);
    }
}
