using System.Text.Json.Nodes;
using Infra.Local.Protocol.Models;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Protocol.Wire;

/// <summary>AWS's json protocol: every operation is a POST, with its name in a header.</summary>
internal static class AwsJsonProtocol
{
    /// <summary>The header with the operation's name, as in <c>AmazonSSM.GetParameter</c>.</summary>
    public const string Target = "X-Amz-Target";

    /// <summary>Writes an answer.</summary>
    public static Task WriteAsync(
        HttpResponse http, ServiceModel model, string operation, Reply answer) => answer.Plain(
            body => Http.WriteAsync(http, 200, Type(model), Shown(model, operation, body)),
            fault => RefuseAsync(http, model.Operations[operation], Type(model), fault));

    /// <summary>Writes an error that belongs to no operation; in this protocol, all errors of callers are a
    /// 400.</summary>
    public static Task RefuseAsync(HttpResponse http, Fault fault) =>
        WriteAsync(http, StatusCodes.Status400BadRequest, "application/x-amz-json-1.1", fault);

    private static Task RefuseAsync(HttpResponse http, Operation operation, string type, Fault fault)
    {
        var known = operation.Errors.GetValueOrDefault(fault.Type);
        return WriteAsync(http, known is 0 ? fault.Status : known, type, fault);
    }

    private static Task WriteAsync(HttpResponse http, int status, string type, Fault fault) =>
        Http.WriteAsync(http, status, type, new JsonObject { ["__type"] = fault.Type, ["message"] = fault.Message });

    private static JsonObject Shown(ServiceModel model, string operation, JsonObject body) =>
        model.Output(model.Operations[operation]) is { } shape ? Reading.Reply(model, shape, body) : body;

    private static string Type(ServiceModel model) => $"application/x-amz-json-{model.JsonVersion}";
}
