using Amazon.Runtime;

namespace Infra.Cli.Aws;

/// <summary>How to reach AWS.</summary>
/// <remarks>What is not set is found as every AWS tool finds it:
/// environment, profile, SSO, container, instance.</remarks>
internal sealed record AwsConnection
{
    /// <summary>The region, as in <c>eu-central-1</c>.</summary>
    /// <value>Default: <c>AWS_REGION</c>, then <c>AWS_DEFAULT_REGION</c>, then the profile's.</value>
    public string? Region { get; init; }

    /// <summary>A profile of the AWS configuration files.</summary>
    /// <value>Default: <c>AWS_PROFILE</c>, then <c>default</c>.</value>
    public string? Profile { get; init; }

    /// <summary>One address for every service, such as the local Bedrock's.</summary>
    /// <value>Default: <c>AWS_ENDPOINT_URL_&lt;SERVICE&gt;</c>, then <c>AWS_ENDPOINT_URL</c>, then AWS's own.</value>
    public Uri? Endpoint { get; init; }

    /// <summary>Keys to sign with, instead of those that would be found.</summary>
    public AWSCredentials? Credentials { get; init; }

    /// <summary>How long a connection may take to be made.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The local Bedrock, which takes any keys.</summary>
    public static AwsConnection ToLocal(Uri endpoint, string region) => new()
    {
        Endpoint = endpoint,
        Region = region,
        Credentials = new BasicAWSCredentials("local", "local"),
    };
}
