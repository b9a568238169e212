using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Wire;

/// <summary>What all protocols share.</summary>
internal static partial class Http
{
    /// <summary>The content type of rest-json.</summary>
    public const string Json = "application/json";

    /// <summary>The header that identifies a request.</summary>
    public const string RequestId = "x-amzn-RequestId";

    private const string DefaultRegion = "us-east-1";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The region a request is signed for; us-east-1 when it is not signed.</summary>
    public static string Region(HttpRequest http) =>
        Scope().Match(http.Headers.Authorization.ToString()) is { Success: true } scope
            ? scope.Groups[1].Value
            : DefaultRegion;

    /// <summary>The whole body.</summary>
    public static async Task<byte[]> BodyAsync(HttpRequest http)
    {
        using var body = new MemoryStream();
        await http.Body.CopyToAsync(body, http.HttpContext.RequestAborted);
        return body.ToArray();
    }

    /// <summary>A body as a JSON object, an empty one as an object without members; null when it is neither.</summary>
    public static JsonObject? Object(byte[] body)
    {
        try
        {
            return body.Length is 0 ? [] : JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>JSON as it is sent.</summary>
    public static byte[] Bytes(JsonObject body)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            body.WriteTo(json);
        }

        return bytes.ToArray();
    }

    /// <summary>Sends a JSON body.</summary>
    public static Task WriteAsync(HttpResponse http, int status, string contentType, JsonObject body) =>
        WriteAsync(http, status, contentType, Bytes(body));

    /// <summary>Sends a body.</summary>
    public static async Task WriteAsync(HttpResponse http, int status, string contentType, byte[] body)
    {
        http.StatusCode = status;
        http.ContentType = contentType;
        http.ContentLength = body.Length;
        await http.Body.WriteAsync(body, http.HttpContext.RequestAborted);
    }

    [GeneratedRegex(@"Credential=[^/]*/[0-9]{8}/([a-z0-9-]{1,30})/")]
    private static partial Regex Scope();
}
