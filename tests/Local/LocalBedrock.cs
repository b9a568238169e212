using System.Buffers.Binary;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime.EventStreams;
using Infra.Local;
using Xunit;

namespace Infra.Tests.Local;

/// <summary>A server of its own for a test, and the plain HTTP that AWS clients speak to it.</summary>
internal sealed class LocalBedrock : IAsyncDisposable
{
    private readonly HttpClient http = new();
    private readonly LocalServer server;

    private LocalBedrock(LocalServer server)
    {
        this.server = server;
        http.BaseAddress = server.Url;
    }

    public Uri Url => server.Url;

    /// <summary>For requests that no other member sends.</summary>
    public HttpClient Http => http;

    public static async Task<LocalBedrock> StartAsync(LocalOptions? options = null) =>
        new(await LocalServer.StartAsync(options ?? new LocalOptions()));

    /// <summary>Sends a rest-json request; the region goes where a signature has it.</summary>
    public async Task<Reply> SendAsync(
        HttpMethod method, string path, JsonNode? body = null, string region = "us-east-1")
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=any/20260101/{region}/bedrock/aws4_request, Signature=any");
        request.Content = body is null
            ? null
            : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        return new Reply(
            response.StatusCode,
            response.Headers.TryGetValues("x-amzn-ErrorType", out var types) ? types.Single() : null,
            response.Content.Headers.ContentType!.MediaType!,
            await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Sends a request of the json protocol; the target is as in <c>AmazonSSM.GetParameter</c>.</summary>
    public async Task<Reply> TargetAsync(string target, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.Add("X-Amz-Target", target);
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.1");
        using var response = await http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var error = JsonNode.Parse(bytes)?["__type"]?.GetValue<string>();
        return new Reply(response.StatusCode, error, "application/json", bytes);
    }

    /// <summary>Sends a request of Cloud Control that changes something, and asks how it went.</summary>
    public async Task<JsonNode> ControlAsync(string operation, JsonObject body)
    {
        var begun = (await TargetAsync($"CloudApiService.{operation}", body)).Body["ProgressEvent"]!;
        Assert.Equal("IN_PROGRESS", begun["OperationStatus"]!.GetValue<string>());
        var token = new JsonObject { ["RequestToken"] = begun["RequestToken"]!.DeepClone() };
        return (await TargetAsync("CloudApiService.GetResourceRequestStatus", token)).Body["ProgressEvent"]!;
    }

    /// <summary>Creates a resource by Cloud Control and returns its identifier.</summary>
    public async Task<string> CreateAsync(string type, JsonObject properties)
    {
        var body = new JsonObject { ["TypeName"] = type, ["DesiredState"] = properties.ToJsonString() };
        var progress = await ControlAsync("CreateResource", body);
        Assert.Equal("SUCCESS", progress["OperationStatus"]!.GetValue<string>());
        return progress["Identifier"]!.GetValue<string>();
    }

    /// <summary>Reads the properties of a resource by Cloud Control.</summary>
    public async Task<JsonObject> ReadAsync(string type, string identifier)
    {
        var body = new JsonObject { ["TypeName"] = type, ["Identifier"] = identifier };
        var read = await TargetAsync("CloudApiService.GetResource", body);
        return JsonNode.Parse(read.Body["ResourceDescription"]!["Properties"]!.GetValue<string>())!.AsObject();
    }

    public Task<Reply> GetAsync(string path, string region = "us-east-1") =>
        SendAsync(HttpMethod.Get, path, region: region);

    public Task<Reply> PostAsync(string path, JsonNode body) => SendAsync(HttpMethod.Post, path, body);

    public Task<Reply> PutAsync(string path, JsonNode body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Reply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }
}

/// <summary>What the server answered.</summary>
internal sealed record Reply(HttpStatusCode Status, string? Error, string ContentType, byte[] Bytes)
{
    /// <summary>The body as a JSON object.</summary>
    public JsonObject Body { get; } =
        ContentType is "application/json" ? JsonNode.Parse(Bytes)!.AsObject() : [];

    /// <summary>The body as an event stream, read by the SDK's own decoder.</summary>
    public IEnumerable<(string Name, JsonObject Body)> Events
    {
        get
        {
            for (var start = 0; start < Bytes.Length;)
            {
                var length = BinaryPrimitives.ReadInt32BigEndian(Bytes.AsSpan(start));
                var message = EventStreamMessage.FromBuffer(Bytes[start..(start + length)], 0, length);
                var kind = message.Headers[":message-type"].AsString();
                yield return (message.Headers[$":{kind}-type"].AsString(), JsonNode.Parse(message.Payload)!.AsObject());
                start += length;
            }
        }
    }

    public string this[string member] => Body[member]!.GetValue<string>();

    /// <summary>Fails unless the answer is this error.</summary>
    public void Is(int status, string error) => Assert.Equal((status, error), ((int)Status, Error));
}
