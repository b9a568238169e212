using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Infra.Cli.StandIn;

namespace Amazon.BedrockAgent
{
    [JsonConverter(typeof(Constant<PromptTemplateType>))]
    internal sealed class PromptTemplateType(string value) : ConstantClass(value);
}

namespace Amazon.BedrockAgent.Model
{
    internal sealed class GetPromptRequest : AmazonWebServiceRequest
    {
        [JsonIgnore]
        public string? PromptIdentifier { get; set; }
        [JsonIgnore]
        public string? PromptVersion { get; set; }
    }

    internal sealed class GetPromptResponse : AmazonWebServiceResponse
    {
        public string? Arn { get; set; }
        public string? Id { get; set; }
        public string? Name { get; set; }
        public string? Version { get; set; }
        public string? Description { get; set; }
        public string? DefaultVariant { get; set; }
        public string? CustomerEncryptionKeyArn { get; set; }
        public List<PromptVariant>? Variants { get; set; }
    }

    internal sealed class PromptVariant
    {
        public string? Name { get; set; }
        public PromptTemplateType? TemplateType { get; set; }
        public PromptTemplateConfiguration? TemplateConfiguration { get; set; }
        public string? ModelId { get; set; }
        public PromptGenAiResource? GenAiResource { get; set; }
        public PromptInferenceConfiguration? InferenceConfiguration { get; set; }
        public Document AdditionalModelRequestFields { get; set; }
        public List<PromptMetadataEntry>? Metadata { get; set; }
    }

    internal sealed class PromptGenAiResource
    {
        public PromptAgentResource? Agent { get; set; }
    }

    internal sealed class PromptAgentResource
    {
        public string? AgentIdentifier { get; set; }
    }

    internal sealed class PromptInferenceConfiguration
    {
        public PromptModelInferenceConfiguration? Text { get; set; }
    }

    internal sealed class PromptModelInferenceConfiguration
    {
        public float? Temperature { get; set; }
        public float? TopP { get; set; }
        public int? MaxTokens { get; set; }
        public List<string>? StopSequences { get; set; }
    }

    internal sealed class PromptMetadataEntry
    {
        public string? Key { get; set; }
        public string? Value { get; set; }
    }
}
