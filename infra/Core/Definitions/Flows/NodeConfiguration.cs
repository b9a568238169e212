using System.Collections.Immutable;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Definitions.Flows;

/// <summary>The type and the configuration of a node.</summary>
public abstract record NodeConfiguration
{
    private NodeConfiguration(FlowNodeType type) => Type = type;

    /// <summary>The type of the node.</summary>
    public FlowNodeType Type { get; }

    /// <inheritdoc cref="FlowNodeType.Input"/>
    public sealed record Input() : NodeConfiguration(FlowNodeType.Input);

    /// <inheritdoc cref="FlowNodeType.Output"/>
    public sealed record Output() : NodeConfiguration(FlowNodeType.Output);

    /// <inheritdoc cref="FlowNodeType.Prompt"/>
    public sealed record Prompt(PromptSource Source, Guardrail? Guardrail) : NodeConfiguration(FlowNodeType.Prompt);

    /// <inheritdoc cref="FlowNodeType.Condition"/>
    /// <param name="Conditions">In the order in which they are evaluated.</param>
    public sealed record Condition(ImmutableArray<FlowCondition> Conditions)
        : NodeConfiguration(FlowNodeType.Condition);

    /// <inheritdoc cref="FlowNodeType.KnowledgeBase"/>
    public sealed record KnowledgeBase() : NodeConfiguration(FlowNodeType.KnowledgeBase)
    {
        /// <summary>The knowledge base.</summary>
        public required Located<string> KnowledgeBaseId { get; init; }

        /// <summary>The model that answers; without one, the node returns the passages found.</summary>
        public Located<string>? ModelId { get; init; }

        /// <summary>How many passages are retrieved.</summary>
        /// <value>1 to 100.</value>
        public Located<int>? NumberOfResults { get; init; }

        /// <summary>The prompt for the model, with <c>$search_results$</c>.</summary>
        public Located<string>? PromptTemplate { get; init; }

        /// <summary>The parameters of inference.</summary>
        public Inference? Inference { get; init; }

        /// <summary>How passages are reranked: AWS's structure, keys in the API's spelling.</summary>
        public Located<Value>? RerankingConfiguration { get; init; }

        /// <summary>How queries are generated: AWS's structure, keys in the API's spelling.</summary>
        public Located<Value>? OrchestrationConfiguration { get; init; }

        /// <summary>The guardrail of the model; only together with one.</summary>
        public Guardrail? Guardrail { get; init; }
    }

    /// <inheritdoc cref="FlowNodeType.LambdaFunction"/>
    public sealed record LambdaFunction(Located<string> LambdaArn) : NodeConfiguration(FlowNodeType.LambdaFunction);

    /// <inheritdoc cref="FlowNodeType.Lex"/>
    public sealed record Lex(Located<string> BotAliasArn, Located<string> LocaleId)
        : NodeConfiguration(FlowNodeType.Lex);

    /// <inheritdoc cref="FlowNodeType.Agent"/>
    public sealed record Agent(Located<string> AgentAliasArn) : NodeConfiguration(FlowNodeType.Agent);

    /// <inheritdoc cref="FlowNodeType.Storage"/>
    public sealed record Storage(Located<string> BucketName) : NodeConfiguration(FlowNodeType.Storage);

    /// <inheritdoc cref="FlowNodeType.Retrieval"/>
    public sealed record Retrieval(Located<string> BucketName) : NodeConfiguration(FlowNodeType.Retrieval);

    /// <inheritdoc cref="FlowNodeType.Iterator"/>
    public sealed record Iterator() : NodeConfiguration(FlowNodeType.Iterator);

    /// <inheritdoc cref="FlowNodeType.Collector"/>
    public sealed record Collector() : NodeConfiguration(FlowNodeType.Collector);

    /// <inheritdoc cref="FlowNodeType.InlineCode"/>
    /// <param name="Code">The program, verbatim.</param>
    /// <param name="Language"><c>Python_3</c>, the only language.</param>
    public sealed record InlineCode(Located<string> Code, Located<string> Language)
        : NodeConfiguration(FlowNodeType.InlineCode);

    /// <inheritdoc cref="FlowNodeType.Loop"/>
    public sealed record Loop(FlowBody Body) : NodeConfiguration(FlowNodeType.Loop);

    /// <inheritdoc cref="FlowNodeType.LoopInput"/>
    public sealed record LoopInput() : NodeConfiguration(FlowNodeType.LoopInput);

    /// <inheritdoc cref="FlowNodeType.LoopController"/>
    /// <param name="ContinueCondition">
    /// Evaluated after each iteration; according to the API reference, the loop ends once it holds.
    /// </param>
    /// <param name="MaxIterations">The most iterations: 1 to 1000, 10 if null.</param>
    public sealed record LoopController(FlowCondition ContinueCondition, Located<int>? MaxIterations)
        : NodeConfiguration(FlowNodeType.LoopController);
}
