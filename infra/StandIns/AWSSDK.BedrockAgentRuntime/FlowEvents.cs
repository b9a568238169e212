using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Amazon.Runtime.EventStreams;
using Infra.Cli.StandIn;

namespace Amazon.BedrockAgentRuntime
{
    [JsonConverter(typeof(Constant<FlowCompletionReason>))]
    internal sealed class FlowCompletionReason(string value) : ConstantClass(value);

    [JsonConverter(typeof(Constant<NodeType>))]
    internal sealed class NodeType(string value) : ConstantClass(value);
}

namespace Amazon.BedrockAgentRuntime.Model
{
    internal sealed class FlowOutputEvent : IEventStreamEvent
    {
        public string? NodeName { get; set; }
        public NodeType? NodeType { get; set; }
        public FlowOutputContent? Content { get; set; }
    }

    internal sealed class FlowOutputContent
    {
        public Document Document { get; set; }
    }

    internal sealed class FlowCompletionEvent : IEventStreamEvent
    {
        public FlowCompletionReason? CompletionReason { get; set; }
    }

    internal sealed class FlowMultiTurnInputRequestEvent : IEventStreamEvent
    {
        public string? NodeName { get; set; }
        public NodeType? NodeType { get; set; }
        public FlowMultiTurnInputContent? Content { get; set; }
    }

    internal sealed class FlowMultiTurnInputContent
    {
        public Document Document { get; set; }
    }
}
