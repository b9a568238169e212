using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.EventStreams.Internal;
using Amazon.Runtime.Internal;

namespace Infra.Cli.Aws;

/// <summary>Distinguishes failures of AWS, of the network and of the configuration.</summary>
/// <remarks>The only place that depends on the SDK's exceptions.</remarks>
internal static class AwsFailures
{
    /// <summary>The key under which a stream's reader leaves the request id, which an exception inside the stream does
    /// not have.</summary>
    public const string RequestId = "x-amzn-RequestId";

    private static readonly string[] Throttling =
    [
        "ModelNotReadyException", "RequestLimitExceeded", "RequestThrottled", "RequestThrottledException", "SlowDown",
        "ThrottledException", "Throttling", "ThrottlingException", "TooManyRequestsException",
    ];

    private static readonly string[] Faults =
    [
        "BadGatewayException", "InternalFailure", "InternalServerError", "InternalServerException",
        "ServiceUnavailable", "ServiceUnavailableException",
    ];

    private static readonly string[] Timeouts = ["ModelTimeoutException", "RequestTimeout", "RequestTimeoutException"];

    private static readonly string[] Credentials =
    [
        "ExpiredToken", "ExpiredTokenException", "IncompleteSignature", "IncompleteSignatureException",
        "InvalidClientTokenId", "InvalidSignatureException", "MissingAuthenticationToken",
        "MissingAuthenticationTokenException", "RequestExpired", "SignatureDoesNotMatch", "UnrecognizedClientException",
    ];

    /// <summary>The failure for an exception.</summary>
    public static AwsFailure Of(Exception exception) =>
        Causes(exception).Select(cause => Of(exception, cause)).FirstOrDefault(failure => failure is not null)
        ?? exception switch
        {
            AmazonUnmarshallingException unreadable => Unreadable(unreadable.RequestId),
            EventStreamException { InnerException: KeyNotFoundException } => new AwsFailure.Unreadable
            {
                Message = "AWS sent an event that this version of the AWS SDK does not know.",
                RequestId = Id(exception),
            },
            EventStreamException or JsonException => Unreadable(Id(exception)),
            _ => new AwsFailure.Unforeseen { Message = Boundary.Unforeseen(exception), RequestId = Id(exception) },
        };

    private static AwsFailure? Of(Exception exception, Exception cause) => cause switch
    {
        EventStreamException { InnerException: AmazonServiceException inside } =>
            Answered(inside.GetType().Name, 0, MessageIn(cause.Message), Id(exception), retryAfter: null),
        // The official clients replace the exception's name by a sentence.
        UnknownEventStreamException { ExceptionType: var type } =>
            Answered(type.Contains(' ', StringComparison.Ordinal) ? "unknown exception in the stream" : type,
                0, "", Id(exception), retryAfter: null),
        EventStreamErrorCodeException error =>
            Answered("error in the stream", 0, error.Message, Id(exception), retryAfter: null),
        // The wrapped exception says more: the connection may have broken.
        AmazonUnmarshallingException => null,
        AmazonServiceException service =>
            Answered(service.ErrorCode, service.StatusCode, service.Message, service.RequestId, Wait(service)),
        OperationCanceledException or TimeoutException => new AwsFailure.TimedOut
        {
            Message = "AWS did not answer in time.",
            RequestId = Id(exception),
        },
        HttpRequestException or SocketException or IOException => Unreachable(exception, cause),
        AuthenticationException => Unreachable(exception, cause),
        EventStreamValidationException or EventStreamChecksumFailureException => Unreachable(exception, cause),
        AmazonClientException client when IsSaid(client, "RegionEndpoint", "Missing Region") =>
            new AwsFailure.Misconfigured
            {
                Message = "No AWS region is set. Give one with --region, or set AWS_REGION."
            },
        AmazonClientException client when IsSaid(client, AwsClients.Invalid, "ServiceURL", "Configuration Mode") =>
            new AwsFailure.Misconfigured
            {
                Message = "The AWS configuration cannot be used. Correct the profile, or the AWS_* environment "
                    + "variables. "
                    + Line(client.Message),
            },
        AmazonClientException client => new AwsFailure.NoCredentials
        {
            Message = "There are no usable AWS credentials. Choose a profile, sign in (aws sso login), or set "
                + $"AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. {Line(client.Message.Split(". ")[0].TrimEnd('.'))}.",
        },
        _ => null,
    };

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

    private static AwsFailure.Unreachable Unreachable(Exception exception, Exception cause) =>
        new() { Message = $"AWS cannot be reached: {Line(cause.Message)}", RequestId = Id(exception) };

    private static bool IsSaid(Exception exception, params IEnumerable<string> parts) =>
        parts.Any(part => exception.Message.Contains(part, StringComparison.Ordinal));

    private static AwsFailure.Unreadable Unreadable(string? requestId) =>
        new() { Message = "AWS sent an answer that cannot be read.", RequestId = requestId };

    private static AwsFailure Answered(
        string? code, HttpStatusCode status, string said, string? requestId, TimeSpan? retryAfter)
    {
        var (failure, what) = Kind(code, (int)status);
        var name = string.IsNullOrEmpty(code) ? $"HTTP {(int)status}" : code;
        var words = string.IsNullOrEmpty(code) ? "" : Line(said);
        return failure with
        {
            Message = words.Length is 0 ? $"{what} ({name})." : $"{what} ({name}): {words}",
            Code = string.IsNullOrEmpty(code) ? null : code,
            RequestId = requestId,
            RetryAfter = retryAfter,
        };
    }

    // A code says more than a status: InvokeFlow can fail inside an answer with status 200.
    private static (AwsFailure Failure, string What) Kind(string? code, int status) => code switch
    {
        _ when Throttling.Contains(code) || status is 429 =>
            (new AwsFailure.Throttled { Message = "" }, "AWS throttled the call"),
        _ when Timeouts.Contains(code) || status is 408 or 504 =>
            (new AwsFailure.TimedOut { Message = "" }, "AWS took too long"),
        _ when Faults.Contains(code) || status >= 500 =>
            (new AwsFailure.ServerFault { Message = "" }, "AWS failed"),
        _ when Credentials.Contains(code) || status is 401 =>
            (new AwsFailure.NoCredentials { Message = "" }, "AWS does not accept the credentials"),
        "AccessDenied" or "AccessDeniedException" => (new AwsFailure.Denied { Message = "" }, "Access denied"),
        "ResourceNotFoundException" or "ParameterNotFound" =>
            (new AwsFailure.NotFound { Message = "" }, "Not found"),
        _ when status is 403 => (new AwsFailure.Denied { Message = "" }, "Access denied"),
        _ when status is 404 => (new AwsFailure.NotFound { Message = "" }, "Not found"),
        _ => (new AwsFailure.Refused { Message = "" }, "AWS refused the call"),
    };

    private static TimeSpan? Wait(AmazonServiceException exception) =>
        (exception.InnerException as HttpErrorResponseException)?.Response.GetHeaderValue("Retry-After") is { } header
        && int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static string? Id(Exception exception) => exception.Data[RequestId] as string;

    // The message in an exception's JSON, which the SDK gives as the message inside a stream.
    private static string MessageIn(string payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return json.RootElement.TryGetProperty("message", out var message) ? message.ToString() : payload;
        }
        catch (JsonException)
        {
            return payload;
        }
    }

    private static string Line(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
