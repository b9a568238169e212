using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Infra.Cli.StandIn;

namespace Amazon.BedrockAgent
{
    [JsonConverter(typeof(Constant<CachePointType>))]
    internal sealed class CachePointType(string value) : ConstantClass(value);

    [JsonConverter(typeof(Constant<ConversationRole>))]
    internal sealed class ConversationRole(string value) : ConstantClass(value);
}

namespace Amazon.BedrockAgent.Model
{
    internal sealed class PromptTemplateConfiguration
    {
        public TextPromptTemplateConfiguration? Text { get; set; }
        public ChatPromptTemplateConfiguration? Chat { get; set; }
    }

    internal sealed class TextPromptTemplateConfiguration
    {
        public string? Text { get; set; }
        public List<PromptInputVariable>? InputVariables { get; set; }
        public CachePointBlock? CachePoint { get; set; }
    }

    internal sealed class ChatPromptTemplateConfiguration
    {
        public List<SystemContentBlock>? System { get; set; }
        public List<Message>? Messages { get; set; }
        public List<PromptInputVariable>? InputVariables { get; set; }
        public ToolConfiguration? ToolConfiguration { get; set; }
    }

    internal sealed class PromptInputVariable
    {
        public string? Name { get; set; }
    }

    internal sealed class SystemContentBlock
    {
        public string? Text { get; set; }
        public CachePointBlock? CachePoint { get; set; }
    }

    internal sealed class Message
    {
        public ConversationRole? Role { get; set; }
        public List<ContentBlock>? Content { get; set; }
    }

    internal sealed class ContentBlock
    {
        public string? Text { get; set; }
        public CachePointBlock? CachePoint { get; set; }
    }

    internal sealed class CachePointBlock
    {
        public CachePointType? Type { get; set; }
    }

    internal sealed class ToolConfiguration
    {
        public List<Tool>? Tools { get; set; }
        public ToolChoice? ToolChoice { get; set; }
    }

    internal sealed class Tool
    {
        public ToolSpecification? ToolSpec { get; set; }
        public CachePointBlock? CachePoint { get; set; }
    }

    internal sealed class ToolSpecification
    {
        public string? Name { get; set; }
        public string? Description { get; set; }
        public ToolInputSchema? InputSchema { get; set; }
        public bool? Strict { get; set; }
    }

    internal sealed class ToolInputSchema
    {
        public Document Json { get; set; }
    }

    internal sealed class ToolChoice
    {
        public AutoToolChoice? Auto { get; set; }
        public AnyToolChoice? Any { get; set; }
        public SpecificToolChoice? Tool { get; set; }
    }

    internal sealed class AutoToolChoice;

    internal sealed class AnyToolChoice;

    internal sealed class SpecificToolChoice
    {
        public string? Name { get; set; }
    }
}
