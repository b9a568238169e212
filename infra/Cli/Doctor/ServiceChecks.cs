using System.Globalization;
using System.Text.Json;
using Infra.Cli.Aws;
using Infra.Models;
using Infra.Planning;
using Infra.Values;

namespace Infra.Cli.Doctor;

/// <summary>What AWS has for a stack: models, room, a key, rights. None of it writes anything.</summary>
internal sealed class ServiceChecks(
    SignedCalls calls, Func<string, Uri> address, string region, CancellationToken stop)
{
    /// <summary>Prompts and flows of an account in a region.</summary>
    /// <remarks>Source: AWS General Reference, "Amazon Bedrock endpoints and quotas", read 2025-06-05.</remarks>
    private static readonly (string Path, string Kind, string Permission, int Most)[] Quotas =
    [
        ("prompts/", "prompts", "bedrock:ListPrompts", 500), ("flows/", "flows", "bedrock:ListFlows", 100),
    ];

    /// <summary>Whether a model is offered here, access to it is granted, and it goes on.</summary>
    public async Task<DoctorFinding> Model(ModelInUse model, DateOnly day)
    {
        const string Name = "model";
        const string Permission = "bedrock:GetFoundationModel, bedrock:GetFoundationModelAvailability";
        if (model.On(day) is Phase.Ended)
        {
            return DoctorFinding.Fail(
                Name, $"{model.Name} has ended.", "Replace it: 'prompts models --replace old=new'.");
        }

        if (ModelName.Of(model.Name).Foundation is not { } id)
        {
            return DoctorFinding.Ok(Name, $"{model.Name}: nothing to ask about.");
        }

        var known = await Get("bedrock", $"foundation-models/{Uri.EscapeDataString(id)}").ConfigureAwait(false);
        var access = known is { IsGood: true }
            ? await Get("bedrock", $"foundation-model-availability/{Uri.EscapeDataString(id)}").ConfigureAwait(false)
            : null;
        return (known switch
        {
            null => DoctorFinding.Warn(Name, $"{model.Name} was not looked at: no answer.", "Try again."),
            { IsDenied: true } => Denied(Name, $"{model.Name} was not looked at"),
            { IsGood: false, Status: 404 or 400 } when !known.Says("UnknownOperation") => DoctorFinding.Fail(
                Name, $"Model not found: {model.Name} in {region}.",
                "Correct the id, or take a region that offers it: 'prompts models' lists regions."),
            { IsGood: false } => DoctorFinding.Warn(
                Name, $"{model.Name} was not looked at: answer {known.Status}.", "Try again."),
            _ when access is { IsGood: true } && (access.Says("NOT_AUTHORIZED") || access.Says("NOT_AVAILABLE")) =>
                DoctorFinding.Fail(
                    Name, $"Access Denied: {model.Name} is offered in {region}, and this account has no access.",
                    "Open it in the Bedrock console (Model access; Anthropic asks for a use case once), or ask who "
                        + "administers the account."),
            _ when known.Says("\"LEGACY\"") || model.On(day) is Phase.Ending => DoctorFinding.Warn(
                Name, $"{model.Name} is offered in {region}, and is about to end.", "See 'prompts models'."),
            _ => DoctorFinding.Ok(Name, $"{model.Name} is offered in {region}."),
        }) with
        { Permission = Permission };
    }

    /// <summary>Whether there is room for what the plan adds.</summary>
    public async Task<DoctorFinding[]> Room(Plan plan) =>
        await Task.WhenAll(Quotas.Select(quota => Room(plan, quota))).ConfigureAwait(false);

    /// <summary>Whether the key can be used.</summary>
    public async Task<DoctorFinding> Key(string? key)
    {
        const string Name = "key";
        if (key is null)
        {
            return DoctorFinding.Ok(Name, "No encryptionKey is set: the service's own key encrypts.");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address("kms"))
        {
            Content = new StringContent($"{{\"KeyId\":\"{key}\"}}"),
            Headers = { { "X-Amz-Target", "TrentService.DescribeKey" } },
        };
        request.Content.Headers.ContentType = new("application/x-amz-json-1.1");
        var answer = await Send("kms", region, request).ConfigureAwait(false);
        return (answer switch
        {
            { IsGood: true } when answer.Says("\"Enabled\":true") || answer.Says("\"KeyState\":\"Enabled\"") =>
                DoctorFinding.Ok(Name, $"{key} is enabled."),
            { IsGood: true } => DoctorFinding.Fail(
                Name, $"{key} is not enabled.", "Enable it, or set another encryptionKey."),
            { IsDenied: true } => Denied(Name, $"{key} was not looked at"),
            { Status: 400 } when answer.Says("NotFound") => DoctorFinding.Fail(
                Name, $"There is no {key}.", "Correct bedrock-prompts:encryptionKey."),
            null => DoctorFinding.Warn(Name, $"{key} was not looked at: nothing answered.", "Try again."),
            _ => DoctorFinding.Warn(Name, $"{key} was not looked at: answer {answer.Status}.", "Try again."),
        }) with
        { Permission = "kms:DescribeKey" };
    }

    private async Task<DoctorFinding> Room(Plan plan, (string Path, string Kind, string Permission, int Most) quota)
    {
        const string Name = "quotas";
        var answer = await Get("bedrock-agent", $"{quota.Path}?maxResults=1000").ConfigureAwait(false);
        if (answer is not { IsGood: true } || NamesIn(answer.Body) is not { } there)
        {
            var what = $"The {quota.Kind} there are were not counted";
            return (answer is { IsDenied: true }
                ? Denied(Name, what)
                : DoctorFinding.Warn(Name, $"{what}: answer {answer?.Status}.", "Try again."))
                with
            { Permission = quota.Permission };
        }

        var type = quota.Kind is "flows" ? ResourceTypes.Flow : ResourceTypes.Prompt;
        var added = plan.Resources.Count(resource => resource.Type == type
            && resource.Properties["Name"] is Value.Text { Content: var name } && !there.Contains(name));
        var sum = there.Count + added;
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"{there.Count} {quota.Kind} there, {added} to add; {quota.Most} are usual for an account");
        return (sum > quota.Most
            ? DoctorFinding.Fail(Name, $"{found}.", "Ask for more in Service Quotas, or delete what nobody uses.")
            : sum > quota.Most * 8 / 10
                ? DoctorFinding.Warn(Name, $"{found}.", "Ask for more in Service Quotas in time.")
                : DoctorFinding.Ok(Name, $"{found}.")) with
        { Permission = quota.Permission };
    }

    private static DoctorFinding Denied(string check, string what) => DoctorFinding.Warn(
        check, $"{what}: Access Denied.", "Grant the permission to see more here, or look in the console.");

    private async Task<SignedAnswer?> Get(string service, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address(service), path));
        return await Send("bedrock", region, request).ConfigureAwait(false);
    }

    private async Task<SignedAnswer?> Send(string service, string at, HttpRequestMessage request)
    {
        try
        {
            return await calls.Send(service, at, request, stop).ConfigureAwait(false);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    private static HashSet<string>? NamesIn(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.EnumerateObject()
                .Where(property => property.Value.ValueKind is JsonValueKind.Array)
                .SelectMany(property => property.Value.EnumerateArray())
                .Select(item => item.GetProperty("name").ToString())
                .ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }
}
