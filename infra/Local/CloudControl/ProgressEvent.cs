using System.Text.Json.Nodes;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.CloudControl;

/// <summary>How a request is going, as clients see it.</summary>
internal static class ProgressEvent
{
    /// <summary>Keeps what a handler did; as in AWS, the first event says that it is under way.</summary>
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

    /// <summary>How it went.</summary>
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

    /// <summary>Whether it went well; it is over in any case.</summary>
    public static string Status(Progress progress) => progress.ErrorCode is null ? "SUCCESS" : "FAILED";

    /// <summary>The code that Cloud Control has for a fault of a service.</summary>
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
