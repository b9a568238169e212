using Amazon;
using Amazon.BedrockAgent;
using Amazon.BedrockAgentRuntime;
using Amazon.BedrockRuntime;
using Amazon.CloudControlApi;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.SimpleSystemsManagement;

namespace Infra.Cli.Aws;

/// <summary>The clients of one connection; each is opened by the first call that needs it.</summary>
/// <remarks>None of them retries: who calls decides, and can tell what happened. Opening reads the machine's AWS
/// configuration, which may be wrong in many ways: so it is a part of the call, and fails as one.</remarks>
internal sealed class AwsClients : IDisposable
{
    /// <summary>How the SDK begins to say that its configuration makes no sense.</summary>
    public const string Invalid = "Invalid Configuration";

    private readonly Lazy<AmazonBedrockRuntimeClient> _runtime;
    private readonly Lazy<AmazonBedrockAgentRuntimeClient> _flowRuntime;
    private readonly Lazy<AmazonBedrockAgentClient> _definitions;
    private readonly Lazy<AmazonSimpleSystemsManagementClient> _parameters;
    private readonly Lazy<AmazonCloudControlApiClient> _control;

    /// <summary>Clients for a connection; nothing is opened yet.</summary>
    public AwsClients(AwsConnection connection)
    {
        _runtime = new(() => Open(
            connection,
            (AmazonBedrockRuntimeConfig config) => new AmazonBedrockRuntimeClient(config),
            (keys, config) => new AmazonBedrockRuntimeClient(keys, config)));
        _flowRuntime = new(() => Open(
            connection,
            (AmazonBedrockAgentRuntimeConfig config) => new AmazonBedrockAgentRuntimeClient(config),
            (keys, config) => new AmazonBedrockAgentRuntimeClient(keys, config)));
        _definitions = new(() => Open(
            connection,
            (AmazonBedrockAgentConfig config) => new AmazonBedrockAgentClient(config),
            (keys, config) => new AmazonBedrockAgentClient(keys, config)));
        _parameters = new(() => Open(
            connection,
            (AmazonSimpleSystemsManagementConfig config) => new AmazonSimpleSystemsManagementClient(config),
            (keys, config) => new AmazonSimpleSystemsManagementClient(keys, config)));
        _control = new(() => Open(
            connection,
            (AmazonCloudControlApiConfig config) => new AmazonCloudControlApiClient(config),
            (keys, config) => new AmazonCloudControlApiClient(keys, config)));
    }

    /// <summary>Calls prompts.</summary>
    public AmazonBedrockRuntimeClient Runtime => _runtime.Value;

    /// <summary>Calls flows.</summary>
    public AmazonBedrockAgentRuntimeClient FlowRuntime => _flowRuntime.Value;

    /// <summary>Reads prompts and flows back.</summary>
    public AmazonBedrockAgentClient Definitions => _definitions.Value;

    /// <summary>Reads the parameters that hold the aliases.</summary>
    public AmazonSimpleSystemsManagementClient Parameters => _parameters.Value;

    /// <summary>Reads any resource.</summary>
    public AmazonCloudControlApiClient Control => _control.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(_control);
        Dispose(_runtime);
        Dispose(_flowRuntime);
        Dispose(_definitions);
        Dispose(_parameters);
    }

    private static void Dispose<T>(Lazy<T> client)
        where T : IDisposable
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }

    /// <summary>Opens a client; whatever is wrong with its configuration, the SDK's own exception says so.</summary>
    private static TClient Open<TClient, TConfig>(
        AwsConnection connection, Func<TConfig, TClient> found, Func<AWSCredentials, TConfig, TClient> given)
        where TConfig : ClientConfig, new()
    {
        try
        {
            var config = Configured<TConfig>(connection);
            if (connection.Credentials is not { } keys)
            {
                return found(config);
            }

            var client = given(keys, config);
            // Only now: opening a client puts an API key for Bedrock that the environment holds before the given keys.
            config.AuthSchemePreference = ["sigv4"];
            return client;
        }
        catch (Exception wrong) when (wrong is not AmazonClientException)
        {
            throw new AmazonClientException($"{Invalid}: {wrong.Message}", wrong);
        }
    }

    private static TConfig Configured<TConfig>(AwsConnection connection)
        where TConfig : ClientConfig, new()
    {
        var config = new TConfig
        {
            // A mode stands for retries and time-outs, which are ours: AWS_DEFAULTS_MODE, in any spelling, is not read.
            DefaultConfigurationMode = DefaultConfigurationMode.Standard,
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
        return config;
    }

    private static void Place(ClientConfig config, AwsConnection connection)
    {
        if (Region(connection) is { } region)
        {
            config.RegionEndpoint = IsLabel(region)
                ? RegionEndpoint.GetBySystemName(region)
                : throw new AmazonClientException($"{Invalid}: '{region}' is not an AWS region. Write one as in "
                    + "eu-central-1.");
        }

        // An address of its own (ServiceURL, AWS_ENDPOINT_URL) says nothing about the region that a signature names.
        config.AuthenticationRegion = config.RegionEndpoint?.SystemName;
        if (connection.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            // AWS has variants of its own addresses (AWS_USE_FIPS_ENDPOINT, AWS_USE_DUALSTACK_ENDPOINT), not of ours.
            (config.UseFIPSEndpoint, config.UseDualstackEndpoint) = (false, false);
        }
        else if (config.ServiceURL is { Length: > 0 } address
            && !(Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            throw new AmazonClientException($"{Invalid}: '{address}' is not the address of an endpoint. Write "
                + "AWS_ENDPOINT_URL, or endpoint_url of the profile, as in http://localhost:8201.");
        }
    }

    /// <summary>Whether it can stand in a host's name, as a region does; which there are, only AWS knows.</summary>
    private static bool IsLabel(string region) =>
        region.Length > 0 && !region.StartsWith('-') && region.All(x => char.IsAsciiLetterOrDigit(x) || x is '-');

    // Left to itself, the SDK ignores AWS_DEFAULT_REGION, and takes the default profile's region whichever is chosen.
    private static string? Region(AwsConnection connection) =>
        connection.Region
        ?? Environment.GetEnvironmentVariable("AWS_REGION")
        ?? Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION")
        ?? (connection.Profile is { } name && new CredentialProfileStoreChain().TryGetProfile(name, out var profile)
            ? profile.Region?.SystemName
            : null);
}
