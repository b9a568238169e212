namespace Infra.Local.Protocol.Wire;

/// <summary>An error in AWS's words, as a value; errors are not exceptions here.</summary>
/// <param name="Type">The error's type: <c>ValidationException</c>, <c>ConflictException</c> ...</param>
/// <param name="Message">The message.</param>
internal sealed record Fault(string Type, string Message)
{
    /// <summary>The HTTP status if the operation's model has none for the type.</summary>
    public int Status => Type switch
    {
        "AccessDeniedException" => 403,
        "ResourceNotFoundException" or "UnknownOperationException" => 404,
        "RequestEntityTooLargeException" => 413,
        "UnsupportedMediaTypeException" => 415,
        "ThrottlingException" => 429,
        "InternalServerException" => 500,
        "ServiceUnavailableException" => 503,
        "LocalStorageException" => 507,
        _ => 400,
    };

    public static Fault Validation(string message) => new("ValidationException", message);

    public static Fault Conflict(string message) => new("ConflictException", message);

    public static Fault AccessDenied(string message) => new("AccessDeniedException", message);

    public static Fault QuotaExceeded(string message) => new("ServiceQuotaExceededException", message);

    /// <summary>Bedrock's error for anything that does not exist.</summary>
    public static Fault NotFound() => new(
        "ResourceNotFoundException",
        "Failed to retrieve resource because it doesn't exist. "
        + "Retry the request with a different resource identifier.");

    /// <summary>The error for a resource that cannot be changed in its current state.</summary>
    public static Fault WrongStatus(string operation, string status) => Conflict(
        $"Couldn't perform {operation} operation. The resource that you specified is currently in status {status}. "
        + "Retry your request after the resource changes to a valid status.");
}
