using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Local.Deploy;

/// <summary>Calls Cloud Control on a local Bedrock: the same calls create, read and change every type of
/// resource.</summary>
/// <remarks>Calls that the service was too busy for are repeated; with a token, a repeated change counts
/// once.</remarks>
/// <param name="http">Calls the local Bedrock.</param>
/// <param name="region">The region that it calls.</param>
/// <param name="clock">By which it waits before it repeats a call.</param>
internal sealed class CloudControlClient(HttpClient http, string region, TimeProvider clock)
{
    private const int Attempts = 9;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(20);

    private readonly AuthenticationHeaderValue _scope = new(
        "AWS4-HMAC-SHA256",
        $"Credential=local/20260101/{region}/cloudcontrolapi/aws4_request, SignedHeaders=host, Signature=0");

    /// <summary>A client that waits by the system's clock.</summary>
    public CloudControlClient(HttpClient http, string region)
        : this(http, region, TimeProvider.System)
    {
    }

    /// <summary>The client for another region; for null, this one.</summary>
    public CloudControlClient In(string? other) =>
        other is null || other == region ? this : new(http, other, clock);

    /// <summary>Creates a resource and returns its identifier.</summary>
    /// <exception cref="DeployException">The service refused.</exception>
    public async Task<string> Create(string type, Value.Map properties, CancellationToken cancel)
    {
        var progress = await Mutate("CreateResource", Map(
            ("TypeName", type), ("DesiredState", CanonicalJson.Compact(properties))), cancel).ConfigureAwait(false);
        return Text(progress["Identifier"]);
    }

    /// <summary>Changes properties of a resource in place.</summary>
    /// <remarks>Properties to remove are looked up first: a deployment that was killed may have removed them
    /// already.</remarks>
    /// <exception cref="DeployException">The service refused.</exception>
    public async Task Update(DeployedResource was, Value.Map now, CancellationToken cancel)
    {
        var there = await Read(was.Type, was.Identifier!, cancel).ConfigureAwait(false) ?? Map();
        await Mutate("UpdateResource", Map(
            ("TypeName", was.Type),
            ("Identifier", was.Identifier),
            ("PatchDocument", CanonicalJson.Compact(new Value.List([.. Patch(was, now, there)])))), cancel)
            .ConfigureAwait(false);
    }

    /// <summary>Deletes a resource; one that no longer exists is not an error.</summary>
    /// <exception cref="DeployException">The service refused.</exception>
    public async Task Delete(DeployedResource resource, CancellationToken cancel)
    {
        try
        {
            await Mutate("DeleteResource", Map(
                ("TypeName", resource.Type), ("Identifier", resource.Identifier)), cancel).ConfigureAwait(false);
        }
        catch (DeployException gone) when (gone.Code is "NotFound" or "ResourceNotFoundException")
        {
            // Another deployment was faster; the result is the same.
        }
    }

    /// <summary>The current properties of a resource; null when it does not exist.</summary>
    public async Task<Value.Map?> Read(string type, string identifier, CancellationToken cancel)
    {
        try
        {
            var asked = Map(("TypeName", type), ("Identifier", identifier));
            var answer = await Call("GetResource", asked, cancel).ConfigureAwait(false);
            return JsonValue.Parse(Text(((Value.Map)answer["ResourceDescription"]!)["Properties"])) as Value.Map;
        }
        catch (DeployException gone) when (gone.Code is "NotFound" or "ResourceNotFoundException")
        {
            return null;
        }
    }

    /// <summary>The identifiers of all resources of a type.</summary>
    public async Task<IReadOnlyList<string>> List(string type, Value.Map model, CancellationToken cancel)
    {
        var found = new List<string>();
        for (string? next = null; ;)
        {
            var answer = await Call("ListResources", Map(
                ("TypeName", type), ("ResourceModel", CanonicalJson.Compact(model)), ("NextToken", next)), cancel)
                .ConfigureAwait(false);
            var descriptions = ((Value.List)answer["ResourceDescriptions"]!).Items;
            found.AddRange(descriptions.Select(item => Text(((Value.Map)item)["Identifier"])));
            if ((next = (answer["NextToken"] as Value.Text)?.Content) is null)
            {
                return found;
            }
        }
    }

    /// <summary>The patch; adding a property that exists replaces it.</summary>
    private static IEnumerable<Value> Patch(DeployedResource was, Value.Map now, Value.Map there) =>
        ResourceSteps.Changed(was.Type, was.Properties, now, there)
            .Where(key => (now[key] ?? there[key]) is not null)
            .Select(key => (Value)Map(
                ("op", now[key] is null ? "remove" : "add"), ("path", $"/{key}"), ("value", now[key])));

    private async Task<Value.Map> Mutate(string operation, Value.Map request, CancellationToken cancel)
    {
        var once = Map([.. request.Entries.Select(entry => (entry.Key, (Value?)entry.Value)),
            ("ClientToken", $"{Guid.NewGuid()}")]);
        var progress = Progress(await Call(operation, once, cancel).ConfigureAwait(false));
        while (Text(progress["OperationStatus"]) is "PENDING" or "IN_PROGRESS")
        {
            var asked = Map(("RequestToken", progress["RequestToken"]));
            progress = Progress(await Call("GetResourceRequestStatus", asked, cancel).ConfigureAwait(false));
        }

        return Text(progress["OperationStatus"]) is "SUCCESS"
            ? progress
            : throw new DeployException(Text(progress["ErrorCode"]), Text(progress["StatusMessage"]));
    }

    private async Task<Value.Map> Call(string operation, Value.Map body, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            cancel.ThrowIfCancellationRequested();
            var (status, answer) = await Send(operation, body).ConfigureAwait(false);
            if (status is < HttpStatusCode.Ambiguous)
            {
                return answer;
            }

            var code = Text(answer["__type"]).Split('#')[^1];
            var isPassing = code is "ThrottlingException"
                || status is >= HttpStatusCode.InternalServerError and not HttpStatusCode.InsufficientStorage;
            if (!isPassing || attempt is Attempts)
            {
                throw new DeployException(code, Text(answer["message"] ?? answer["Message"]));
            }

            await Task.Delay(FirstWait * (1 << attempt), clock, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>A request that has been sent is always waited for, so that its result is known.</summary>
    private async Task<(HttpStatusCode Status, Value.Map Reply)> Send(string operation, Value.Map body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.Authorization = _scope;
        request.Headers.Add("X-Amz-Target", $"CloudApiService.{operation}");
        request.Content = new StringContent(CanonicalJson.Compact(body), Encoding.UTF8, "application/x-amz-json-1.0");
        try
        {
            using var response = await http.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(CancellationToken.None).ConfigureAwait(false);
            return (response.StatusCode, (Value.Map)JsonValue.Parse(text));
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException
            or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new DeployException(
                "The local Bedrock no longer answers. Run the command again: it continues where this one stopped.",
                lost);
        }
    }

    private static Value.Map Progress(Value.Map answer) => (Value.Map)answer["ProgressEvent"]!;

    private static string Text(Value? value) => (value as Value.Text)?.Content ?? "";
}
