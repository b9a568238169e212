using Infra.Workspace;

namespace Infra.Cli.Aws;

/// <summary>Where a service is reached: at an address that is set, or at AWS's own.</summary>
/// <param name="One">One address for all, such as the local Bedrock's; null for none.</param>
/// <param name="Variable">A variable of the environment.</param>
/// <param name="Region">The region.</param>
internal sealed record ServiceEndpoints(Uri? One, Func<string, string?> Variable, string Region)
{
    /// <summary>The address of a service, as AWS's host names spell it.</summary>
    /// <param name="service">The service, as host names have it.</param>
    /// <param name="id">The service, as variables of the environment have it, if that is another name.</param>
    /// <exception cref="Failure">What is set is no address.</exception>
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
