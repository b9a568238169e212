using Amazon;
using Amazon.BedrockAgent;
using Amazon.BedrockAgentRuntime;
using Amazon.BedrockRuntime;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.SimpleSystemsManagement;

namespace Infra.Cli.Aws;

/// <summary>The clients of one connection.</summary>
/// <remarks>None of them retries: who calls decides, and can tell what happened.</remarks>
internal sealed class AwsClients : IDisposable
{
    /// <summary>Opens them; nothing is sent yet.</summary>
    public AwsClients(AwsConnection connection)
    {
        Runtime = Open(
            connection,
            (AmazonBedrockRuntimeConfig config) => new AmazonBedrockRuntimeClient(config),
            (keys, config) => new AmazonBedrockRuntimeClient(keys, config));
        FlowRuntime = Open(
            connection,
            (AmazonBedrockAgentRuntimeConfig config) => new AmazonBedrockAgentRuntimeClient(config),
            (keys, config) => new AmazonBedrockAgentRuntimeClient(keys, config));
        Definitions = Open(
            connection,
            (AmazonBedrockAgentConfig config) => new AmazonBedrockAgentClient(config),
            (keys, config) => new AmazonBedrockAgentClient(keys, config));
        Parameters = Open(
            connection,
            (AmazonSimpleSystemsManagementConfig config) => new AmazonSimpleSystemsManagementClient(config),
            (keys, config) => new AmazonSimpleSystemsManagementClient(keys, config));
    }

    /// <summary>Calls prompts.</summary>
    public AmazonBedrockRuntimeClient Runtime { get; }

    /// <summary>Calls flows.</summary>
    public AmazonBedrockAgentRuntimeClient FlowRuntime { get; }

    /// <summary>Reads prompts and flows back.</summary>
    public AmazonBedrockAgentClient Definitions { get; }

    /// <summary>Reads the parameters that hold the aliases.</summary>
    public AmazonSimpleSystemsManagementClient Parameters { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Runtime.Dispose();
        FlowRuntime.Dispose();
        Definitions.Dispose();
        Parameters.Dispose();
    }

    private static TClient Open<TClient, TConfig>(
        AwsConnection connection, Func<TConfig, TClient> found, Func<AWSCredentials, TConfig, TClient> given)
        where TConfig : ClientConfig, new()
    {
        var config = new TConfig
        {
            MaxErrorRetry = 0,
            ConnectTimeout = connection.ConnectTimeout,
            // A call may take as long as its cancellation token lets it: one clock, the caller's.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        if (connection.Profile is { } profile)
        {
            config.Profile = new Profile(profile);
        }

        Place(config, connection);
        if (connection.Credentials is not { } keys)
        {
            return found(config);
        }

        var client = given(keys, config);
        // Only now: opening a client puts an API key for Bedrock that the environment holds before the given keys.
        config.AuthSchemePreference = ["sigv4"];
        return client;
    }

    private static void Place(ClientConfig config, AwsConnection connection)
    {
        if (Region(connection) is { } region)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        // An address of its own (ServiceURL, AWS_ENDPOINT_URL) says nothing about the region that a signature names.
        config.AuthenticationRegion = config.RegionEndpoint?.SystemName;
        if (connection.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
        }
    }

    // Left to itself, the SDK ignores AWS_DEFAULT_REGION, and takes the default profile's region whichever is chosen.
    private static string? Region(AwsConnection connection) =>
        connection.Region
        ?? Environment.GetEnvironmentVariable("AWS_REGION")
        ?? Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION")
        ?? (connection.Profile is { } name && new CredentialProfileStoreChain().TryGetProfile(name, out var profile)
            ? profile.Region?.SystemName
            : null);
}
