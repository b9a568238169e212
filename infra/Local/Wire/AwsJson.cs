using System.Diagnostics;
using System.Text.Json.Nodes;
using Infra.Local.Models;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Wire;

/// <summary>AWS's json protocol: every operation is a POST, and a header names it.</summary>
internal static class AwsJson
{
    /// <summary>The header that names the operation, as in <c>AmazonSSM.GetParameter</c>.</summary>
    public const string Target = "X-Amz-Target";

    /// <summary>Writes an answer.</summary>
    public static Task WriteAsync(
        HttpResponse http, ServiceModel model, string operation, Answer answer) => answer switch
        {
            Answer.Done done => Http.WriteAsync(http, 200, Type(model), Shown(model, operation, done.Body)),
            Answer.Refused refused => RefuseAsync(http, model, operation, refused.Fault),
            _ => throw new UnreachableException(),
        };

    /// <summary>Writes an error that may belong to no operation.</summary>
    public static Task RefuseAsync(HttpResponse http, ServiceModel model, string? operation, Fault fault)
    {
        var known = operation is null ? 0 : model.Operations[operation].Errors.GetValueOrDefault(fault.Type);
        var body = new JsonObject { ["__type"] = fault.Type, ["message"] = fault.Message };
        return Http.WriteAsync(http, known is 0 ? fault.Status : known, Type(model), body);
    }

    private static JsonObject Shown(ServiceModel model, string operation, JsonObject body) =>
        Reading.Answer(model, model.Output(model.Operations[operation])!, body);

    private static string Type(ServiceModel model) => $"application/x-amz-json-{model.JsonVersion}";
}
