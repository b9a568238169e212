using Amazon.Runtime;
using Amazon.Runtime.EventStreams.Internal;

namespace Amazon.BedrockAgentRuntime
{
    internal sealed class BedrockAgentRuntimeEventStreamException : EventStreamException
    {
        public BedrockAgentRuntimeEventStreamException()
        {
        }

        public BedrockAgentRuntimeEventStreamException(string message)
            : base(message)
        {
        }

        public BedrockAgentRuntimeEventStreamException(string message, Exception innerException)
            : base(message, innerException)
        {
        }
    }
}

namespace Amazon.BedrockAgentRuntime.Model
{
    internal sealed class AccessDeniedException : AmazonServiceException;

    internal sealed class BadGatewayException : AmazonServiceException;

    internal sealed class ConflictException : AmazonServiceException;

    internal sealed class DependencyFailedException : AmazonServiceException;

    internal sealed class InternalServerException : AmazonServiceException;

    internal sealed class ResourceNotFoundException : AmazonServiceException;

    internal sealed class ServiceQuotaExceededException : AmazonServiceException;

    internal sealed class ThrottlingException : AmazonServiceException;

    internal sealed class ValidationException : AmazonServiceException;
}
