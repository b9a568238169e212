using System.Diagnostics;
using Infra.Definitions.Flows;
using Infra.Diagnostics;

namespace Infra.Validation.Flows;

/// <summary>Checks each node by itself against what CloudFormation accepts.</summary>
internal static class FlowNodeRules
{
    /// <summary>All problems of a node's configuration.</summary>
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
                    PromptSource.Inline inline => InlinePromptRules.Check(inline.Prompt),
                    PromptSource.Arn arn => FlowReferenceRules.Prompt(arn.PromptArn),
                    PromptSource.Catalog => [],
                    _ => throw new UnreachableException(),
                },
            ],
            NodeConfiguration.KnowledgeBase knowledgeBase => KnowledgeBase(knowledgeBase, node.Name.At),
            NodeConfiguration.LambdaFunction function => FlowReferenceRules.Lambda(function.LambdaArn),
            NodeConfiguration.Lex lex => FlowReferenceRules.Lex(lex.BotAliasArn, lex.LocaleId),
            NodeConfiguration.Agent agent => FlowReferenceRules.Agent(agent.AgentAliasArn),
            NodeConfiguration.Storage storage => FlowReferenceRules.Bucket(storage.BucketName),
            NodeConfiguration.Retrieval retrieval => FlowReferenceRules.Bucket(retrieval.BucketName),
            NodeConfiguration.InlineCode code => TextRules.HasLength(code.Code, "code", 1, FlowLimits.Code),
            NodeConfiguration.LoopController { MaxIterations: { } turns } =>
                InferenceRules.IsBetween(turns.With((decimal)turns.Value), "maxIterations", 1, FlowLimits.Iterations),
            NodeConfiguration.Collector or NodeConfiguration.Condition or NodeConfiguration.Input
                or NodeConfiguration.Iterator or NodeConfiguration.Loop or NodeConfiguration.LoopInput
                or NodeConfiguration.Output => [],
            _ => [],
        },
    ];

    private static IEnumerable<Diagnostic> KnowledgeBase(NodeConfiguration.KnowledgeBase knowledgeBase, Location at)
    {
        var results = knowledgeBase.NumberOfResults;
        return
        [
            .. FlowReferenceRules.KnowledgeBase(knowledgeBase.KnowledgeBaseId),
            .. FlowReferenceRules.Model(knowledgeBase.ModelId),
            .. FlowReferences.Rerankers(knowledgeBase).SelectMany(FlowReferenceRules.Model),
            .. knowledgeBase is { Guardrail: not null, ModelId: null }
                ? [Problems.GuardrailMisplaced(at, "it watches the model, and there is no 'modelId'")]
                : FlowReferenceRules.Guardrail(knowledgeBase.Guardrail, at),
            .. InferenceRules.IsBetween(
                results?.With((decimal)results.Value), "numberOfResults", 1, FlowLimits.Results),
            .. TextRules.HasLength(knowledgeBase.PromptTemplate, "promptTemplate", 1, FlowLimits.KnowledgeBasePrompt),
            .. knowledgeBase.Inference is { } inference ? InferenceRules.Check(inference, FlowLimits.MaxTokens) : [],
        ];
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
