using System.Text.Json;
using Infra.Cli.Aws;

namespace Infra.Cli.Doctor;

/// <summary>Queries the services that a stack uses; nothing is changed.</summary>
internal sealed class ServiceReads(
    SignedCalls calls, Func<string, Uri> address, string region, CancellationToken stop)
{
    /// <summary>The region of the stack.</summary>
    public string Region => region;

    /// <summary>Sends a GET request to an endpoint of Bedrock; null if there is no answer.</summary>
    public async Task<SignedAnswer?> Get(string service, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address(service), path));
        return await Send("bedrock", request).ConfigureAwait(false);
    }

    /// <summary>Calls an operation of a service with a JSON protocol; null if there is no answer.</summary>
    public async Task<SignedAnswer?> Post(string service, string operation, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address(service))
        {
            Content = new StringContent(json),
            Headers = { { "X-Amz-Target", operation } },
        };
        request.Content.Headers.ContentType = new("application/x-amz-json-1.1");
        return await Send(service, request).ConfigureAwait(false);
    }

    /// <summary>A warning about something that could not be checked.</summary>
    /// <param name="check">The check.</param>
    /// <param name="what">What was not checked.</param>
    /// <param name="answer">The answer of AWS.</param>
    public static DoctorFinding NotSeen(string check, string what, SignedAnswer? answer) => answer switch
    {
        null => DoctorFinding.Warn(check, $"{what}: nothing answered.", "Try again."),
        { IsDenied: true } => DoctorFinding.Warn(
            check, $"{what}: Access Denied.", "Grant the permission, or check it in the AWS console."),
        _ => DoctorFinding.Warn(check, $"{what}: AWS answered {answer.Status}.", "Try again."),
    };

    /// <summary>The items of the only list in an answer; null where there is none.</summary>
    public static T[]? Items<T>(string json, Func<JsonElement, T> item)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return
            [
                .. document.RootElement.EnumerateObject()
                    .Where(property => property.Value.ValueKind is JsonValueKind.Array)
                    .SelectMany(property => property.Value.EnumerateArray())
                    .Select(item),
            ];
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private async Task<SignedAnswer?> Send(string service, HttpRequestMessage request)
    {
        try
        {
            return await calls.Send(service, region, request, stop).ConfigureAwait(false);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
