using System.Net.Http.Headers;
using System.Text;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Local.Deploy;

/// <summary>Calls Cloud Control on a local Bedrock: one way to create, read, update and delete every type of resource.</summary>
internal sealed class CloudControlClient(HttpClient http, string region)
{
    private readonly AuthenticationHeaderValue _scope = new(
        "AWS4-HMAC-SHA256", $"Credential=local/20260101/{region}/cloudcontrolapi/aws4_request, SignedHeaders=host, Signature=0");

    /// <summary>Creates a resource and says what it is called.</summary>
    /// <exception cref="DeployException">The service refused.</exception>
    public async Task<string> Create(string type, Value.Map properties, CancellationToken cancel)
    {
        var progress = await Mutate("CreateResource", Map(
            ("TypeName", type), ("DesiredState", CanonicalJson.Compact(properties))), cancel).ConfigureAwait(false);
        return Text(progress["Identifier"]);
    }

    /// <summary>Changes properties of a resource in place.</summary>
    /// <exception cref="DeployException">The service refused.</exception>
    public Task Update(DeployedResource was, Value.Map now, CancellationToken cancel) => Mutate("UpdateResource", Map(
        ("TypeName", was.Type),
        ("Identifier", was.Identifier),
        ("PatchDocument", CanonicalJson.Compact(new Value.List([.. Patch(was.Properties, now)])))), cancel);

    /// <summary>Deletes a resource; one that is gone already is fine.</summary>
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
            // Somebody was faster; the result is the same.
        }
    }

    /// <summary>What a resource is now, or null when it is not there.</summary>
    public async Task<Value.Map?> Read(string type, string identifier, CancellationToken cancel)
    {
        try
        {
            var answer = await Call("GetResource", Map(("TypeName", type), ("Identifier", identifier)), cancel).ConfigureAwait(false);
            return JsonValue.Parse(Text(((Value.Map)answer["ResourceDescription"]!)["Properties"])) as Value.Map;
        }
        catch (DeployException gone) when (gone.Code is "NotFound" or "ResourceNotFoundException")
        {
            return null;
        }
    }

    /// <summary>What every resource of a type is called.</summary>
    public async Task<IReadOnlyList<string>> List(string type, Value.Map model, CancellationToken cancel)
    {
        var found = new List<string>();
        for (string? next = null; ;)
        {
            var answer = await Call("ListResources", Map(
                ("TypeName", type), ("ResourceModel", CanonicalJson.Compact(model)), ("NextToken", next)), cancel).ConfigureAwait(false);
            found.AddRange(((Value.List)answer["ResourceDescriptions"]!).Items.Select(item => Text(((Value.Map)item)["Identifier"])));
            if ((next = (answer["NextToken"] as Value.Text)?.Content) is null)
            {
                return found;
            }
        }
    }

    private static IEnumerable<Value> Patch(Value.Map was, Value.Map now) => was.Entries.Keys
        .Union(now.Entries.Keys, StringComparer.Ordinal)
        .Where(key => Spell(was[key]) != Spell(now[key]))
        .Select(key => (Value)Map(
            ("op", now[key] is null ? "remove" : was[key] is null ? "add" : "replace"),
            ("path", $"/{key}"),
            ("value", now[key])));

    private static string? Spell(Value? value) => value is null ? null : CanonicalJson.Compact(value);

    private async Task<Value.Map> Mutate(string operation, Value.Map request, CancellationToken cancel)
    {
        var progress = (Value.Map)(await Call(operation, request, cancel).ConfigureAwait(false))["ProgressEvent"]!;
        while (Text(progress["OperationStatus"]) is "PENDING" or "IN_PROGRESS")
        {
            progress = (Value.Map)(await Call(
                "GetResourceRequestStatus", Map(("RequestToken", progress["RequestToken"])), cancel).ConfigureAwait(false))["ProgressEvent"]!;
        }

        return Text(progress["OperationStatus"]) is "SUCCESS"
            ? progress
            : throw new DeployException(Text(progress["ErrorCode"]), Text(progress["StatusMessage"]));
    }

    private async Task<Value.Map> Call(string operation, Value.Map body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.Authorization = _scope;
        request.Headers.Add("X-Amz-Target", $"CloudApiService.{operation}");
        request.Content = new StringContent(CanonicalJson.Compact(body), Encoding.UTF8, "application/x-amz-json-1.0");
        using var response = await http.SendAsync(request, cancel).ConfigureAwait(false);
        var answer = (Value.Map)JsonValue.Parse(await response.Content.ReadAsStringAsync(cancel).ConfigureAwait(false));
        return response.IsSuccessStatusCode ? answer : throw new DeployException(
            Text(answer["__type"]).Split('#')[^1], Text(answer["message"] ?? answer["Message"]));
    }

    private static string Text(Value? value) => (value as Value.Text)?.Content ?? "";
}
