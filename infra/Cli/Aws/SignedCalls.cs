using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace Infra.Cli.Aws;

/// <summary>Calls operations for which there is no client here, signed with Signature Version 4.</summary>
/// <remarks>Source: IAM User Guide, "Create a signed AWS API request", read 2026-08-07.</remarks>
internal sealed class SignedCalls(HttpClient http, ImmutableCredentials keys, TimeProvider clock)
{
    /// <summary>Sends a request.</summary>
    /// <param name="service">The service's name in the signature, as in <c>bedrock</c>.</param>
    /// <param name="region">The region in the signature.</param>
    /// <param name="request">The request; its path must be encoded as it is sent.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<SignedAnswer> Send(
        string service, string region, HttpRequestMessage request, CancellationToken stop)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(stop).ConfigureAwait(false);
        Sign(service, region, request, body);
        using var response = await http.SendAsync(request, stop).ConfigureAwait(false);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(stop).ConfigureAwait(false));
    }

    private void Sign(string service, string region, HttpRequestMessage request, string body)
    {
        var time = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        request.Headers.Add("x-amz-date", time);
        if (keys.UseToken)
        {
            request.Headers.Add("x-amz-security-token", keys.Token);
        }

        var address = request.RequestUri!;
        var headers = request.Headers.Select(header => (header.Key.ToLowerInvariant(), string.Join(',', header.Value)))
            .Append(("host", address.Authority))
            .OrderBy(header => header.Item1, StringComparer.Ordinal)
            .ToArray();
        var names = string.Join(';', headers.Select(header => header.Item1));
        // For every service except S3, each part of the path is encoded once more.
        var path = string.Join('/', address.AbsolutePath.Split('/').Select(Uri.EscapeDataString));
        var canonical = string.Join(
            '\n',
            [
                request.Method.Method, path, address.Query.TrimStart('?'),
                .. headers.Select(header => $"{header.Item1}:{header.Item2.Trim()}"), "", names, Hash(body),
            ]);
        var scope = $"{time[..8]}/{region}/{service}/aws4_request";
        var signature = Convert.ToHexStringLower(Mac(
            ((string[])[time[..8], region, service, "aws4_request"]).Aggregate(
                Encoding.UTF8.GetBytes($"AWS4{keys.SecretKey}"), Mac),
            $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(canonical)}"));
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={keys.AccessKey}/{scope}, SignedHeaders={names}, Signature={signature}");
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The answer of AWS.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">JSON or XML.</param>
internal sealed record SignedAnswer(int Status, string Body)
{
    /// <summary>Whether the call succeeded.</summary>
    public bool IsGood => Status is >= 200 and < 300;

    /// <summary>Whether it was refused for lack of a permission.</summary>
    public bool IsDenied => Status is 401 or 403;

    /// <summary>Whether the body contains a word, such as the name of an error.</summary>
    public bool Says(string word) => Body.Contains(word, StringComparison.OrdinalIgnoreCase);
}
