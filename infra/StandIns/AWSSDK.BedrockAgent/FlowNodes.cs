using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Infra.Cli.StandIn;

namespace Amazon.BedrockAgent
{
    [JsonConverter(typeof(Constant<SupportedLanguages>))]
    internal sealed class SupportedLanguages(string value) : ConstantClass(value);
}

namespace Amazon.BedrockAgent.Model
{
    internal sealed class FlowNodeConfiguration
    {
        public AgentFlowNodeConfiguration? Agent { get; set; }
        public CollectorFlowNodeConfiguration? Collector { get; set; }
        public ConditionFlowNodeConfiguration? Condition { get; set; }
        public InlineCodeFlowNodeConfiguration? InlineCode { get; set; }
        public InputFlowNodeConfiguration? Input { get; set; }
        public IteratorFlowNodeConfiguration? Iterator { get; set; }
        public KnowledgeBaseFlowNodeConfiguration? KnowledgeBase { get; set; }
        public LambdaFunctionFlowNodeConfiguration? LambdaFunction { get; set; }
        public LexFlowNodeConfiguration? Lex { get; set; }
        public LoopFlowNodeConfiguration? Loop { get; set; }
        public LoopControllerFlowNodeConfiguration? LoopController { get; set; }
        public LoopInputFlowNodeConfiguration? LoopInput { get; set; }
        public OutputFlowNodeConfiguration? Output { get; set; }
        public PromptFlowNodeConfiguration? Prompt { get; set; }
        public RetrievalFlowNodeConfiguration? Retrieval { get; set; }
        public StorageFlowNodeConfiguration? Storage { get; set; }
    }

    internal sealed class CollectorFlowNodeConfiguration;

    internal sealed class InputFlowNodeConfiguration;

    internal sealed class IteratorFlowNodeConfiguration;

    internal sealed class LoopInputFlowNodeConfiguration;

    internal sealed class OutputFlowNodeConfiguration;

    internal sealed class AgentFlowNodeConfiguration
    {
        public string? AgentAliasArn { get; set; }
    }

    internal sealed class ConditionFlowNodeConfiguration
    {
        public List<FlowCondition>? Conditions { get; set; }
    }

    internal sealed class FlowCondition
    {
        public string? Name { get; set; }
        public string? Expression { get; set; }
    }

    internal sealed class InlineCodeFlowNodeConfiguration
    {
        public string? Code { get; set; }
        public SupportedLanguages? Language { get; set; }
    }

    internal sealed class LambdaFunctionFlowNodeConfiguration
    {
        public string? LambdaArn { get; set; }
    }

    internal sealed class LexFlowNodeConfiguration
    {
        public string? BotAliasArn { get; set; }
        public string? LocaleId { get; set; }
    }

    internal sealed class LoopFlowNodeConfiguration
    {
        public FlowDefinition? Definition { get; set; }
    }

    internal sealed class LoopControllerFlowNodeConfiguration
    {
        public FlowCondition? ContinueCondition { get; set; }
        public int? MaxIterations { get; set; }
    }

    internal sealed class PromptFlowNodeConfiguration
    {
        public PromptFlowNodeSourceConfiguration? SourceConfiguration { get; set; }
        public GuardrailConfiguration? GuardrailConfiguration { get; set; }
    }

    internal sealed class PromptFlowNodeSourceConfiguration
    {
        public PromptFlowNodeResourceConfiguration? Resource { get; set; }
        public PromptFlowNodeInlineConfiguration? Inline { get; set; }
    }

    internal sealed class PromptFlowNodeResourceConfiguration
    {
        public string? PromptArn { get; set; }
    }

    internal sealed class PromptFlowNodeInlineConfiguration
    {
        public string? ModelId { get; set; }
        public PromptTemplateType? TemplateType { get; set; }
        public PromptTemplateConfiguration? TemplateConfiguration { get; set; }
        public PromptInferenceConfiguration? InferenceConfiguration { get; set; }
        public Document AdditionalModelRequestFields { get; set; }
    }

    internal sealed class GuardrailConfiguration
    {
        public string? GuardrailIdentifier { get; set; }
        public string? GuardrailVersion { get; set; }
    }

    internal sealed class RetrievalFlowNodeConfiguration
    {
        public RetrievalFlowNodeServiceConfiguration? ServiceConfiguration { get; set; }
    }

    internal sealed class RetrievalFlowNodeServiceConfiguration
    {
        public RetrievalFlowNodeS3Configuration? S3 { get; set; }
    }

    internal sealed class RetrievalFlowNodeS3Configuration
    {
        public string? BucketName { get; set; }
    }

    internal sealed class StorageFlowNodeConfiguration
    {
        public StorageFlowNodeServiceConfiguration? ServiceConfiguration { get; set; }
    }

    internal sealed class StorageFlowNodeServiceConfiguration
    {
        public StorageFlowNodeS3Configuration? S3 { get; set; }
    }

    internal sealed class StorageFlowNodeS3Configuration
    {
        public string? BucketName { get; set; }
    }
}
