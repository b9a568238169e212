using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local;
using Infra.Settings;
using Infra.Values;
using Infra.Workspace;

namespace Infra.Cli.Local;

/// <summary>Queries the local Bedrock, through CloudWatch Logs, for the calls that it answered in an
/// experiment.</summary>
internal static class LocalInvocations
{
    private const string Fields = "fields @timestamp, requestMetadata.unit, requestMetadata.arm, "
        + "output.outputTokenCount | filter requestMetadata.experiment = \"";

    /// <summary>The calls in the form of <c>aws logs get-query-results</c>.</summary>
    /// <exception cref="Failure">No local Bedrock is running, or it has answered none.</exception>
    public static async Task<string> Of(
        string folder, string region, Experiment experiment, CancellationToken cancel)
    {
        var session = await LocalSession.Open(folder, new LocalOptions(), cancel).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            using var http = new HttpClient { BaseAddress = session.Url };
            var query = await Post(http, region, "StartQuery", new JsonObject
            {
                ["logGroupName"] = "invocations",
                ["startTime"] = 0,
                ["endTime"] = DateTimeOffset.MaxValue.ToUnixTimeSeconds(),
                ["limit"] = 100_000,
                ["queryString"] = $"{Fields}{experiment.Key}\"",
            }, cancel).ConfigureAwait(false);
            var results = await Post(http, region, "GetQueryResults", query, cancel).ConfigureAwait(false);
            return results["results"] is JsonArray { Count: > 0 }
                ? CanonicalJson.Indented(Values.JsonValue.Parse(results.ToJsonString()))
                : throw new Failure($"The local Bedrock has answered no calls of {experiment.Key}. Run 'prompts "
                    + "serve', and make a call for a unit through one of the clients.");
        }
    }

    private static async Task<JsonObject> Post(
        HttpClient http, string region, string operation, JsonObject body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", $"Logs_20140328.{operation}");
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=local/20260101/{region}/logs/aws4_request");
        using var answer = await http.SendAsync(request, cancel).ConfigureAwait(false);
        var text = await answer.Content.ReadAsStringAsync(cancel).ConfigureAwait(false);
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!.AsObject()
            : throw new Failure($"The local Bedrock refused {operation}: {text}");
    }
}
