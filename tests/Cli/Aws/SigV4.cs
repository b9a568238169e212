using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Infra.Tests.Cli.Aws;

/// <summary>Signs a received request again, as AWS does to check it.</summary>
/// <remarks>Source: IAM user guide, "Create a signed AWS API request", 2026-11-21.</remarks>
internal static partial class SigV4
{
    /// <summary>The signature that the request should have, given the secret key.</summary>
    public static string Of(Sent request, string secret)
    {
        var parts = Parts(request);
        var key = parts.Scope.Split('/').Aggregate(Encoding.UTF8.GetBytes($"AWS4{secret}"), Mac);
        var hash = Hash(Canonical(request, parts.Headers));
        return Convert.ToHexStringLower(
            Mac(key, $"AWS4-HMAC-SHA256\n{request.Headers["X-Amz-Date"]}\n{parts.Scope}\n{hash}"));
    }

    /// <summary>What the Authorization header says.</summary>
    public static (string Key, string Scope, string[] Headers, string Signature) Parts(Sent request)
    {
        var match = Authorization().Match(request.Headers["Authorization"]);
        return (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value.Split(';'), match.Groups[4].Value);
    }

    private static string Canonical(Sent request, string[] signed)
    {
        var mark = request.Target.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = mark < 0 ? (request.Target, "") : (request.Target[..mark], request.Target[(mark + 1)..]);
        var headers = string.Concat(signed.Select(name => $"{name}:{request.Headers[name].Trim()}\n"));
        return string.Join(
            '\n', request.Method, Twice(path), query, headers, string.Join(';', signed), Hash(request.Body));
    }

    // For every service but S3, the path is encoded once more before it is signed.
    private static string Twice(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("^AWS4-HMAC-SHA256 Credential=([^/]+)/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$")]
    private static partial Regex Authorization();
}
