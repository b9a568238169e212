using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.CloudControl;

/// <summary>The progress of a request, as clients see it.</summary>
internal static class ProgressEvent
{
    /// <summary>Records the result of a handler; as in AWS, the first event says that the request is in
    /// progress.</summary>
    public static Transition Record(Call call, string operation, Handled handled, string? identifier)
    {
        var (counted, token) = handled.World.NewToken();
        var progress = new Progress
        {
            Region = call.Region,
            Id = token,
            TypeName = call.Required("TypeName"),
            Operation = operation,
            Identifier = handled.Identifier ?? identifier,
            ErrorCode = handled.Fault is { } fault ? Code(fault) : null,
            StatusMessage = handled.Fault?.Message,
            At = call.Now,
        };
        var begun = Of(progress with { Identifier = identifier, ErrorCode = null, StatusMessage = null });
        begun["OperationStatus"] = "IN_PROGRESS";
        return new(counted.Put(progress), new JsonObject { ["ProgressEvent"] = begun });
    }

    /// <summary>The event for a request.</summary>
    public static JsonObject Of(Progress progress) => new()
    {
        ["TypeName"] = progress.TypeName,
        ["Identifier"] = progress.Identifier,
        ["RequestToken"] = progress.Id,
        ["Operation"] = progress.Operation,
        ["OperationStatus"] = Status(progress),
        ["EventTime"] = JsonValue.Create(progress.At),
        ["ErrorCode"] = progress.ErrorCode,
        ["StatusMessage"] = progress.StatusMessage,
    };

    /// <summary>The status: success or failure, since requests have always ended.</summary>
    public static string Status(Progress progress) => progress.ErrorCode is null ? "SUCCESS" : "FAILED";

    /// <summary>Cloud Control's code for a fault of a service.</summary>
    private static string Code(Fault fault) => fault.Type switch
    {
        "ConflictException" when fault.Message.Contains("already exists", StringComparison.Ordinal) => "AlreadyExists",
        "ParameterAlreadyExists" => "AlreadyExists",
        "ConflictException" => "ResourceConflict",
        "ResourceNotFoundException" or "ParameterNotFound" => "NotFound",
        "ServiceQuotaExceededException" => "ServiceLimitExceeded",
        "AccessDeniedException" => "AccessDenied",
        "NotStabilizedException" => "NotStabilized",
        _ => "InvalidRequest",
    };
}
