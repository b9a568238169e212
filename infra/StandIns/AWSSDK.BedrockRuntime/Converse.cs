using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Infra.Cli.StandIn;

namespace Amazon.BedrockRuntime
{
    [JsonConverter(typeof(Constant<ConversationRole>))]
    internal sealed class ConversationRole(string value) : ConstantClass(value)
    {
        public static readonly ConversationRole User = new("user");
    }

    [JsonConverter(typeof(Constant<StopReason>))]
    internal sealed class StopReason(string value) : ConstantClass(value);
}

namespace Amazon.BedrockRuntime.Model
{
    internal sealed class ConverseRequest : ConverseRequestBase
    {
        public List<SystemContentBlock>? System { get; set; }
        public InferenceConfiguration? InferenceConfig { get; set; }
        public ToolConfiguration? ToolConfig { get; set; }
    }

    internal sealed class SystemContentBlock
    {
        public string? Text { get; set; }
    }

    internal sealed class InferenceConfiguration
    {
        public int? MaxTokens { get; set; }
        public float? Temperature { get; set; }
    }

    internal sealed class ToolConfiguration
    {
        public List<Tool>? Tools { get; set; }
        public ToolChoice? ToolChoice { get; set; }
    }

    internal sealed class Tool
    {
        public ToolSpecification? ToolSpec { get; set; }
    }

    internal sealed class ToolSpecification
    {
        public string? Name { get; set; }
        public string? Description { get; set; }
        public ToolInputSchema? InputSchema { get; set; }
    }

    internal sealed class ToolInputSchema
    {
        public Document Json { get; set; }
    }

    internal sealed class ToolChoice
    {
        public SpecificToolChoice? Tool { get; set; }
    }

    internal sealed class SpecificToolChoice
    {
        public string? Name { get; set; }
    }

    /// <summary>What both operations have in common; the official classes share nothing.</summary>
    internal abstract class ConverseRequestBase : AmazonWebServiceRequest
    {
        [JsonIgnore]
        public string? ModelId { get; set; }
        public List<Message>? Messages { get; set; }
        public Dictionary<string, PromptVariableValues>? PromptVariables { get; set; }
        public Dictionary<string, string>? RequestMetadata { get; set; }
    }

    internal sealed class PromptVariableValues
    {
        public string? Text { get; set; }
    }

    internal sealed class ConverseResponse : AmazonWebServiceResponse
    {
        public ConverseOutput? Output { get; set; }
        public StopReason? StopReason { get; set; }
        public TokenUsage? Usage { get; set; }
        public ConverseMetrics? Metrics { get; set; }
    }

    internal sealed class ConverseOutput
    {
        public Message? Message { get; set; }
    }

    internal sealed class Message
    {
        public ConversationRole? Role { get; set; }
        public List<ContentBlock>? Content { get; set; }
    }

    internal sealed class ContentBlock
    {
        public string? Text { get; set; }
        public ToolUseBlock? ToolUse { get; set; }
    }

    internal sealed class ToolUseBlock
    {
        public string? ToolUseId { get; set; }
        public string? Name { get; set; }
        public Document Input { get; set; }
    }

    internal sealed class TokenUsage
    {
        public int? InputTokens { get; set; }
        public int? OutputTokens { get; set; }
        public int? TotalTokens { get; set; }
        public int? CacheReadInputTokens { get; set; }
        public int? CacheWriteInputTokens { get; set; }
    }

    internal sealed class ConverseMetrics
    {
        public long? LatencyMs { get; set; }
    }
}
