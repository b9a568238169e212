using Amazon.Runtime;

namespace Infra.Cli.Aws;

/// <summary>How to reach AWS.</summary>
/// <remarks>What is not set is found in the way of all AWS tools: environment, profile, SSO, container,
/// instance.</remarks>
internal sealed record AwsConnection
{
    /// <summary>The region, as in <c>eu-central-1</c>.</summary>
    /// <value>Default: <c>AWS_REGION</c>, then <c>AWS_DEFAULT_REGION</c>, then the profile's.</value>
    public string? Region { get; init; }

    /// <summary>A profile of the AWS configuration files.</summary>
    /// <value>Default: <c>AWS_PROFILE</c>, then <c>default</c>.</value>
    public string? Profile { get; init; }

    /// <summary>One endpoint for all services, such as the local Bedrock's.</summary>
    /// <value>Default: <c>AWS_ENDPOINT_URL_&lt;SERVICE&gt;</c>, then <c>AWS_ENDPOINT_URL</c>, then AWS's own.</value>
    public Uri? Endpoint { get; init; }

    /// <summary>Keys to sign with; null for those that AWS tools would find.</summary>
    public AWSCredentials? Credentials { get; init; }

    /// <summary>The timeout for making a connection.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A connection to the local Bedrock, which accepts any keys.</summary>
    public static AwsConnection ToLocal(Uri endpoint, string region) => new()
    {
        Endpoint = endpoint,
        Region = region,
        Credentials = new BasicAWSCredentials("local", "local"),
    };
}
