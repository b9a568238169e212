using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.Protocol.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Infra.Local.Protocol.Wire;

/// <summary>AWS's rest-json protocol: members are in path, query, headers and a JSON body.</summary>
internal static class RestJson
{
    /// <summary>The header with the error's type.</summary>
    public const string ErrorType = "x-amzn-ErrorType";

    /// <summary>The members of a request, from all of its parts; null when the body is not a JSON object.</summary>
    public static async Task<JsonObject?> ReadAsync(HttpRequest http, ServiceModel model, ServiceShape.Structure shape)
    {
        var body = await Http.BodyAsync(http);
        var request = shape.Payload is { } payload
            ? new JsonObject { [payload] = Convert.ToBase64String(body) }
            : Http.Object(body);
        if (request is null)
        {
            return null;
        }

        foreach (var (name, member) in shape.Members.Where(member => member.Value.Location is not null))
        {
            request[name] = Placed(http, member, model.Shapes[member.Shape]);
        }

        return request;
    }

    /// <summary>Writes an answer.</summary>
    public static Task WriteAsync(HttpResponse http, ServiceModel model, Operation operation, Reply answer)
    {
        foreach (var (name, value) in answer.Headers)
        {
            http.Headers[name] = value;
        }

        return answer switch
        {
            Reply.Done done => Http.WriteAsync(http, operation.Status, Http.Json, Shown(model, operation, done.Body)),
            Reply.Raw raw => Http.WriteAsync(http, operation.Status, raw.ContentType, raw.Body),
            Reply.Events events => StreamAsync(http, events.Stream),
            Reply.Refused refused => RefuseAsync(http, operation, refused.Fault),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Writes an error that may belong to no operation.</summary>
    public static Task RefuseAsync(HttpResponse http, Operation? operation, Fault fault)
    {
        http.Headers[ErrorType] = fault.Type;
        var status = operation?.Errors.GetValueOrDefault(fault.Type) is { } known and not 0 ? known : fault.Status;
        return Http.WriteAsync(http, status, Http.Json, new JsonObject { ["message"] = fault.Message });
    }

    private static async Task StreamAsync(HttpResponse http, IEnumerable<Event> events)
    {
        http.ContentType = EventFrame.ContentType;
        foreach (var next in events)
        {
            var body = Http.Bytes(next.Body);
            var frame = next.IsException ? EventFrame.Exception(next.Name, body) : EventFrame.Event(next.Name, body);
            await http.Body.WriteAsync(frame, http.HttpContext.RequestAborted);
        }
    }

    private static JsonObject Shown(ServiceModel model, Operation operation, JsonObject body) =>
        model.Output(operation) is { } shape ? Reading.Reply(model, shape, body) : body;

    private static JsonNode? Placed(HttpRequest http, Member member, ServiceShape shape)
    {
        var name = member.LocationName!;
        StringValues texts = member.Location switch
        {
            // Kestrel does not decode an escaped slash, which ARNs contain.
            "uri" => ((string)http.RouteValues[name]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase),
            "querystring" => http.Query[name],
            _ => http.Headers[name],
        };
        return texts.Count is 0 ? null
            : shape is ServiceShape.Items ? new JsonArray([.. texts.Select(text => (JsonNode?)text)])
            : Typed(texts[0]!, shape);
    }

    private static JsonValue Typed(string text, ServiceShape shape) => shape switch
    {
        ServiceShape.Whole when long.TryParse(text, CultureInfo.InvariantCulture, out var number) =>
            JsonValue.Create(number),
        ServiceShape.Flag when bool.TryParse(text, out var flag) => JsonValue.Create(flag),
        _ => JsonValue.Create(text),
    };
}
