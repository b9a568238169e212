using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Infra.Cli.StandIn;

namespace Amazon.BedrockAgent
{
    [JsonConverter(typeof(Constant<PerformanceConfigLatency>))]
    internal sealed class PerformanceConfigLatency(string value) : ConstantClass(value);

    [JsonConverter(typeof(Constant<RerankingMetadataSelectionMode>))]
    internal sealed class RerankingMetadataSelectionMode(string value) : ConstantClass(value);

    [JsonConverter(typeof(Constant<VectorSearchRerankingConfigurationType>))]
    internal sealed class VectorSearchRerankingConfigurationType(string value) : ConstantClass(value);
}

namespace Amazon.BedrockAgent.Model
{
    internal sealed class KnowledgeBaseFlowNodeConfiguration
    {
        public string? KnowledgeBaseId { get; set; }
        public string? ModelId { get; set; }
        public int? NumberOfResults { get; set; }
        public KnowledgeBasePromptTemplate? PromptTemplate { get; set; }
        public PromptInferenceConfiguration? InferenceConfiguration { get; set; }
        public GuardrailConfiguration? GuardrailConfiguration { get; set; }
        public KnowledgeBaseOrchestrationConfiguration? OrchestrationConfiguration { get; set; }
        public VectorSearchRerankingConfiguration? RerankingConfiguration { get; set; }
    }

    internal sealed class KnowledgeBasePromptTemplate
    {
        public string? TextPromptTemplate { get; set; }
    }

    internal sealed class KnowledgeBaseOrchestrationConfiguration
    {
        public KnowledgeBasePromptTemplate? PromptTemplate { get; set; }
        public PromptInferenceConfiguration? InferenceConfig { get; set; }
        public PerformanceConfiguration? PerformanceConfig { get; set; }
        // The official class has a dictionary of documents here, which the JSON source generator does not support.
        public Document AdditionalModelRequestFields { get; set; }
    }

    internal sealed class PerformanceConfiguration
    {
        public PerformanceConfigLatency? Latency { get; set; }
    }

    internal sealed class VectorSearchRerankingConfiguration
    {
        public VectorSearchRerankingConfigurationType? Type { get; set; }
        public VectorSearchBedrockRerankingConfiguration? BedrockRerankingConfiguration { get; set; }
    }

    internal sealed class VectorSearchBedrockRerankingConfiguration
    {
        public int? NumberOfRerankedResults { get; set; }
        public VectorSearchBedrockRerankingModelConfiguration? ModelConfiguration { get; set; }
        public MetadataConfigurationForReranking? MetadataConfiguration { get; set; }
    }

    internal sealed class VectorSearchBedrockRerankingModelConfiguration
    {
        public string? ModelArn { get; set; }
        // The official class has a dictionary of documents here, which the JSON source generator does not support.
        public Document AdditionalModelRequestFields { get; set; }
    }

    internal sealed class MetadataConfigurationForReranking
    {
        public RerankingMetadataSelectionMode? SelectionMode { get; set; }
        public RerankingMetadataSelectiveModeConfiguration? SelectiveModeConfiguration { get; set; }
    }

    internal sealed class RerankingMetadataSelectiveModeConfiguration
    {
        public List<FieldForReranking>? FieldsToInclude { get; set; }
        public List<FieldForReranking>? FieldsToExclude { get; set; }
    }

    internal sealed class FieldForReranking
    {
        public string? FieldName { get; set; }
    }
}
