using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Protocol.Wire;

/// <summary>What all protocols share.</summary>
internal static partial class Http
{
    /// <summary>The content type of rest-json.</summary>
    public const string Json = "application/json";

    /// <summary>The header that identifies a request.</summary>
    public const string RequestId = "x-amzn-RequestId";

    /// <summary>Bytes; InvokeModel accepts 25,000,000, more than any other operation.</summary>
    private const long LargestBody = 30_000_000;

    private const string DefaultRegion = "us-east-1";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The region that a request is signed for; us-east-1 when it is not signed.</summary>
    public static string Region(HttpRequest http) =>
        Scope().Match(http.Headers.Authorization.ToString()) is { Success: true } scope
            ? scope.Groups[1].Value
            : DefaultRegion;

    /// <summary>The whole body, decompressed: CloudWatch's clients compress large ones.</summary>
    /// <exception cref="BadHttpRequestException">It is larger than any operation here accepts.</exception>
    public static async Task<byte[]> BodyAsync(HttpRequest http)
    {
        using var body = new MemoryStream();
        await using var told = Unpacked(http);
        var buffer = new byte[81_920];
        var length = 0L;
        while (await told.ReadAsync(buffer, http.HttpContext.RequestAborted) is var count and > 0)
        {
            // A body that is too large is still read to its end: a client that is still writing would not read the
            // answer.
            length += count;
            await body.WriteAsync(buffer.AsMemory(0, length > LargestBody ? 0 : count));
        }

        return length <= LargestBody
            ? body.ToArray()
            : throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
    }

    /// <summary>A body as a JSON object, without members if it is empty; null when it is not an object.</summary>
    public static JsonObject? Object(byte[] body)
    {
        try
        {
            using var json = body.Length is 0 ? null : JsonDocument.Parse(body);
            return json is null ? [] : Node(json.RootElement) as JsonObject;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // The latter is for invalid Unicode: half of a surrogate pair, or bytes that are not UTF-8.
            return null;
        }
    }

    /// <summary>JSON as bytes.</summary>
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

    private static Stream Unpacked(HttpRequest http)
    {
        if (http.Headers.ContentEncoding is ["gzip"])
        {
            return new GZipStream(http.Body, CompressionMode.Decompress);
        }

        return http.Body;
    }

    /// <summary>JSON as a node; of several members with the same name the last counts, as in AWS. The framework refuses
    /// them, but only later.</summary>
    private static JsonNode? Node(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.Array:
                return new JsonArray([.. json.EnumerateArray().Select(Node)]);
            case JsonValueKind.Object:
                var members = new JsonObject();
                foreach (var member in json.EnumerateObject())
                {
                    members[member.Name] = Node(member.Value);
                }

                return members;
            case JsonValueKind.String:
                return JsonValue.Create(json.GetString());
            default:
                return JsonValue.Create(json.Clone());
        }
    }

    [GeneratedRegex(@"Credential=[^/]*/[0-9]{8}/([a-z0-9-]{1,30})/")]
    private static partial Regex Scope();
}
