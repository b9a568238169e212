using Infra.Workspace;

namespace Infra.Cli.Aws;

/// <summary>The endpoints of services: the configured one, or AWS's own.</summary>
/// <param name="One">One endpoint for all services, such as the local Bedrock's; null for none.</param>
/// <param name="Variable">Reads an environment variable.</param>
/// <param name="Region">The region.</param>
internal sealed record ServiceEndpoints(Uri? One, Func<string, string?> Variable, string Region)
{
    /// <summary>The endpoint of a service.</summary>
    /// <param name="service">The service's name in host names.</param>
    /// <param name="id">The service's name in environment variables, if it differs.</param>
    /// <exception cref="Failure">The configured endpoint is not a valid address.</exception>
    public Uri Of(string service, string? id = null)
    {
        if (One is not null)
        {
            return One;
        }

        var name = $"AWS_ENDPOINT_URL_{(id ?? service).Replace('-', '_').ToUpperInvariant()}";
        if ((Variable(name) ?? Variable("AWS_ENDPOINT_URL")) is { } set)
        {
            return Uri.TryCreate(set, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                ? url
                : throw new Failure($"'{set}' is not the address of an endpoint. Write AWS_ENDPOINT_URL as in "
                    + "http://localhost:8201.");
        }

        var domain = Region.StartsWith("cn-", StringComparison.Ordinal) ? "amazonaws.com.cn" : "amazonaws.com";
        return new(service is "iam" ? $"https://iam.{domain}/" : $"https://{service}.{Region}.{domain}/");
    }
}
