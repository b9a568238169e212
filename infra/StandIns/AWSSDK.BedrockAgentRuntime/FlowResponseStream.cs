using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.EventStreams.Internal;

using EventReader = System.Func<
    Amazon.Runtime.EventStreams.IEventStreamMessage,
    Amazon.Runtime.EventStreams.IEventStreamEvent>;
using ExceptionReader = System.Func<
    Amazon.Runtime.EventStreams.IEventStreamMessage,
    Amazon.BedrockAgentRuntime.BedrockAgentRuntimeEventStreamException>;

namespace Amazon.BedrockAgentRuntime.Model;

internal sealed class InvokeFlowResponse : AmazonWebServiceResponse
{
    public string? ExecutionId { get; set; }
    public FlowResponseStream? ResponseStream { get; set; }
}

internal sealed class FlowResponseStream
    : EnumerableEventOutputStream<IEventStreamEvent, BedrockAgentRuntimeEventStreamException>
{
    public FlowResponseStream(Stream stream)
        : base(stream) =>
        Decoder.MessageReceived += (_, received) => EventReceived?.Invoke(
            this, new EventStreamEventReceivedArgs<IEventStreamEvent>(Converted(received.Message)));

    public override event EventHandler<EventStreamEventReceivedArgs<IEventStreamEvent>>? EventReceived;

    protected override bool IsProcessing { get; set; }

    protected override IDictionary<string, EventReader> EventMapping { get; } =
        new Dictionary<string, EventReader>(StringComparer.OrdinalIgnoreCase)
        {
            ["Initial-Response"] = message => new InitialResponseEvent(message),
            ["flowOutputEvent"] = Event<FlowOutputEvent>,
            ["flowCompletionEvent"] = Event<FlowCompletionEvent>,
            ["flowMultiTurnInputRequestEvent"] = Event<FlowMultiTurnInputRequestEvent>,
            ["flowTraceEvent"] = Event<FlowTraceEvent>,
        };

    protected override IDictionary<string, ExceptionReader> ExceptionMapping { get; } =
        new Dictionary<string, ExceptionReader>(StringComparer.OrdinalIgnoreCase)
        {
            ["accessDeniedException"] = Failure<AccessDeniedException>,
            ["badGatewayException"] = Failure<BadGatewayException>,
            ["conflictException"] = Failure<ConflictException>,
            ["dependencyFailedException"] = Failure<DependencyFailedException>,
            ["internalServerException"] = Failure<InternalServerException>,
            ["resourceNotFoundException"] = Failure<ResourceNotFoundException>,
            ["serviceQuotaExceededException"] = Failure<ServiceQuotaExceededException>,
            ["throttlingException"] = Failure<ThrottlingException>,
            ["validationException"] = Failure<ValidationException>,
        };

    // As in the official package: the name of an unknown exception is lost.
    private IEventStreamEvent Converted(EventStreamMessage message)
    {
        try
        {
            return ConvertMessageToEvent(message);
        }
        catch (UnknownEventStreamException)
        {
            throw new UnknownEventStreamException("Received an unknown event stream type");
        }
    }

    private static IEventStreamEvent Event<T>(IEventStreamMessage message)
        where T : IEventStreamEvent =>
        JsonSerializer.Deserialize(
            message.Payload, (JsonTypeInfo<T>)BedrockAgentRuntimeJson.Wire.GetTypeInfo(typeof(T)))!;

    // As in the official package: the payload is the message, and only the type says which exception it is.
    private static BedrockAgentRuntimeEventStreamException Failure<T>(IEventStreamMessage message)
        where T : AmazonServiceException, new() =>
        new(Encoding.UTF8.GetString(message.Payload), new T());
}
