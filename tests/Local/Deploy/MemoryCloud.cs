using Infra.Local.Deploy;
using Infra.Planning;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Local.Deploy;

/// <summary>Cloud Control in memory, which answers one call after the other, at once; a test can answer in its
/// place.</summary>
/// <remarks>A resource that no property names is called after its type and its number, as in
/// <c>Prompt-1</c>.</remarks>
internal sealed class MemoryCloud : HttpMessageHandler
{
    private readonly Dictionary<(string Region, string Type, string Identifier), Value.Map> _there = [];
    private readonly List<CloudCall> _calls = [];
    private readonly List<string> _changes = [];
    private int _made;

    public IReadOnlyList<CloudCall> Calls => [.. _calls];

    /// <summary>What has been changed, in order, as in <c>create Prompt-1</c>.</summary>
    public IReadOnlyList<string> Changes => [.. _changes];

    /// <summary>The resources that exist, in ordinal order.</summary>
    public IReadOnlyList<string> Identifiers =>
        [.. _there.Keys.Select(key => key.Identifier).Order(StringComparer.Ordinal)];

    /// <summary>Answers a call in the cloud's place, or throws as a lost connection does; null to let the cloud
    /// answer.</summary>
    public Func<CloudCall, CloudAnswer?> Instead { get; set; } = _ => null;

    /// <summary>The clock of its clients.</summary>
    public RecordedWaits Clock { get; } = new();

    public CloudControlClient Client(string region = "us-east-1") => new(
        new HttpClient(this, disposeHandler: false) { BaseAddress = new("http://localhost") }, region, Clock);

    /// <summary>The properties of a resource; null when it does not exist.</summary>
    public Value.Map? Find(string type, string identifier, string region = "us-east-1") =>
        _there.GetValueOrDefault((region, type, identifier));

    /// <summary>Makes or changes a resource without anybody calling.</summary>
    public void Put(string type, string identifier, Value.Map properties, string region = "us-east-1") =>
        _there[(region, type, identifier)] = properties;

    /// <summary>Removes a resource without anybody calling.</summary>
    public void Remove(string type, string identifier) => _there.Remove(("us-east-1", type, identifier));

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = new CloudCall
        {
            Operation = request.Headers.GetValues("X-Amz-Target").Single().Replace(
                "CloudApiService.", "", StringComparison.Ordinal),
            Line = $"{request.Method} {request.RequestUri!.PathAndQuery}",
            Authorization = request.Headers.Authorization?.ToString() ?? "",
            ContentType = request.Content!.Headers.ContentType!.ToString(),
            Body = (Value.Map)JsonValue.Parse(await request.Content.ReadAsStringAsync(cancellationToken)),
        };
        _calls.Add(call);
        var answer = Instead(call) ?? Answer(call);
        return new(answer.Status) { Content = new StringContent(CanonicalJson.Compact(answer.Body)) };
    }

    private CloudAnswer Answer(CloudCall call) => (call.Operation, Find(call.Type, call.Identifier, call.Region)) switch
    {
        ("CreateResource", _) => Create(call),
        ("ListResources", _) => CloudAnswer.Listed([.. _there.Keys
            .Where(key => (key.Region, key.Type) == (call.Region, call.Type))
            .Select(key => key.Identifier)]),
        ("GetResource" or "UpdateResource" or "DeleteResource", null) =>
            CloudAnswer.Refusal("ResourceNotFoundException", $"There is no {call.Identifier}."),
        ("GetResource", { } there) => CloudAnswer.Found(there),
        ("UpdateResource", { } there) => Done("update", call, call.Identifier, Patched(there, call.Patch)),
        ("DeleteResource", _) => Done("delete", call, call.Identifier, null),
        _ => CloudAnswer.Refusal("UnknownOperationException", call.Operation),
    };

    private CloudAnswer Create(CloudCall call)
    {
        var (wanted, type) = (call.DesiredState, ResourceTypes.Of(call.Type));
        var named = string.Join('|', type.NamedBy.Select(name => ((Value.Text)wanted[name]!).Content));
        if (Find(call.Type, named, call.Region) is not null)
        {
            return CloudAnswer.Failure("AlreadyExists", $"{named} already exists.");
        }

        var identifier = named is "" ? $"{call.Type.Split(':')[^1]}-{++_made}" : named;
        var draft = wanted["PromptArn"] is Value.Text { Content: var prompt }
            ? Find(ResourceTypes.Prompt, prompt, call.Region)
            : null;
        var made = With(wanted, ("Variants", wanted["Variants"] ?? draft?["Variants"]));
        var identified = type is { NamedBy: [], Identifier: { } own } ? With(made, (own, identifier)) : made;
        return Done("create", call, identifier, identified);
    }

    private CloudAnswer Done(string what, CloudCall call, string identifier, Value.Map? properties)
    {
        _changes.Add($"{what} {identifier}");
        if (properties is null)
        {
            _there.Remove((call.Region, call.Type, identifier));
        }
        else
        {
            _there[(call.Region, call.Type, identifier)] = properties;
        }

        return CloudAnswer.Progress("SUCCESS", ("Identifier", identifier));
    }

    private static Value.Map Patched(Value.Map there, Value.List patch) => With(
        there,
        [.. patch.Items.Cast<Value.Map>().Select(step => (((Value.Text)step["path"]!).Content[1..], step["value"]))]);

    /// <summary>With other values of some keys; null removes one.</summary>
    private static Value.Map With(Value.Map properties, params (string Key, Value? Value)[] others) => Map(
        properties.Entries
            .Where(entry => !others.Any(other => other.Key == entry.Key))
            .Select(entry => (entry.Key, (Value?)entry.Value))
            .Concat(others));
}
