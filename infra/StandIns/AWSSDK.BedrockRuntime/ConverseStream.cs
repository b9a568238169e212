using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.EventStreams.Internal;
using Amazon.Runtime.Internal.Transform;
using Infra.Cli.StandIn;
using EventReader = System.Func<
    Amazon.Runtime.EventStreams.IEventStreamMessage,
    Amazon.Runtime.EventStreams.IEventStreamEvent>;
using ExceptionReader = System.Func<
    Amazon.Runtime.EventStreams.IEventStreamMessage,
    Amazon.BedrockRuntime.BedrockRuntimeEventStreamException>;

namespace Amazon.BedrockRuntime
{
    internal sealed class BedrockRuntimeEventStreamException : EventStreamException
    {
        public BedrockRuntimeEventStreamException()
        {
        }

        public BedrockRuntimeEventStreamException(string message)
            : base(message)
        {
        }

        public BedrockRuntimeEventStreamException(string message, Exception innerException)
            : base(message, innerException)
        {
        }
    }
}

namespace Amazon.BedrockRuntime.Model
{
    internal sealed class ConverseStreamRequest : ConverseRequestBase;

    internal sealed class ConverseStreamResponse : AmazonWebServiceResponse
    {
        public ConverseStreamOutput? Stream { get; set; }
    }

    internal sealed class ConverseStreamOutput
        : EnumerableEventOutputStream<IEventStreamEvent, BedrockRuntimeEventStreamException>
    {
        public ConverseStreamOutput(Stream stream)
            : base(stream) =>
            Decoder.MessageReceived += (_, received) => EventReceived?.Invoke(
                this, new EventStreamEventReceivedArgs<IEventStreamEvent>(ConvertMessageToEvent(received.Message)));

        public override event EventHandler<EventStreamEventReceivedArgs<IEventStreamEvent>>? EventReceived;

        protected override bool IsProcessing { get; set; }

        protected override IDictionary<string, EventReader> EventMapping { get; } =
            new Dictionary<string, EventReader>(StringComparer.OrdinalIgnoreCase)
            {
                ["Initial-Response"] = message => new InitialResponseEvent(message),
                ["messageStart"] = Event<MessageStartEvent>,
                ["contentBlockStart"] = Event<ContentBlockStartEvent>,
                ["contentBlockDelta"] = Event<ContentBlockDeltaEvent>,
                ["contentBlockStop"] = Event<ContentBlockStopEvent>,
                ["messageStop"] = Event<MessageStopEvent>,
                ["metadata"] = Event<ConverseStreamMetadataEvent>,
            };

        protected override IDictionary<string, ExceptionReader> ExceptionMapping { get; } =
            new[]
            {
                "internalServerException", "modelStreamErrorException", "serviceUnavailableException",
                "throttlingException", "validationException",
            }
            .ToDictionary(name => name, _ => (ExceptionReader)Failure, StringComparer.OrdinalIgnoreCase);

        private static IEventStreamEvent Event<T>(IEventStreamMessage message)
            where T : IEventStreamEvent =>
            JsonSerializer.Deserialize(
                message.Payload, (JsonTypeInfo<T>)BedrockRuntimeJson.Wire.GetTypeInfo(typeof(T)))!;

        private static BedrockRuntimeEventStreamException Failure(IEventStreamMessage message) =>
            new(Encoding.UTF8.GetString(message.Payload));
    }

    internal sealed class MessageStartEvent : IEventStreamEvent
    {
        public ConversationRole? Role { get; set; }
    }

    internal sealed class ContentBlockStartEvent : IEventStreamEvent
    {
        public int? ContentBlockIndex { get; set; }
    }

    internal sealed class ContentBlockDeltaEvent : IEventStreamEvent
    {
        public int? ContentBlockIndex { get; set; }
        public ContentBlockDelta? Delta { get; set; }
    }

    internal sealed class ContentBlockDelta
    {
        public string? Text { get; set; }
    }

    internal sealed class ContentBlockStopEvent : IEventStreamEvent
    {
        public int? ContentBlockIndex { get; set; }
    }

    internal sealed class MessageStopEvent : IEventStreamEvent
    {
        public StopReason? StopReason { get; set; }
    }

    internal sealed class ConverseStreamMetadataEvent : IEventStreamEvent
    {
        public TokenUsage? Usage { get; set; }
    }

    /// <summary>The answer is read event by event, while the model writes.</summary>
    internal sealed class ConverseStreamReader : WireResponse
    {
        public override bool HasStreamingProperty => true;

        public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) =>
            new ConverseStreamResponse { Stream = new ConverseStreamOutput(input.Stream) };

        protected override bool ShouldReadEntireResponse(IWebResponseData response, bool readEntireResponse) => false;
    }
}
