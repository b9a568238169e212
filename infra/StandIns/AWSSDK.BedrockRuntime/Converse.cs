using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Infra.Cli.StandIn;

namespace Amazon.BedrockRuntime
{
    [JsonConverter(typeof(Constant<ConversationRole>))]
    internal sealed class ConversationRole(string value) : ConstantClass(value);

    [JsonConverter(typeof(Constant<StopReason>))]
    internal sealed class StopReason(string value) : ConstantClass(value);
}

namespace Amazon.BedrockRuntime.Model
{
    internal sealed class ConverseRequest : ConverseRequestBase;

    /// <summary>What both operations take; the official classes have nothing in common.</summary>
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
