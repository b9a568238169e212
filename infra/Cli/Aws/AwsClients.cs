using Amazon;
using Amazon.BedrockAgent;
using Amazon.BedrockAgentRuntime;
using Amazon.BedrockRuntime;
using Amazon.CloudControlApi;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.SimpleSystemsManagement;

namespace Infra.Cli.Aws;

/// <summary>The clients of one connection, each of which is opened by the first call that needs it.</summary>
/// <remarks>None of them retries: the caller decides, and can report what happened. Opening a client reads the
/// machine's AWS configuration, which may have any kind of error; so it is part of the call, and fails like
/// one.</remarks>
internal sealed class AwsClients : IDisposable
{
    /// <summary>The start of the SDK's message about an invalid configuration.</summary>
    public const string Invalid = "Invalid Configuration";

    private readonly Lazy<AmazonBedrockRuntimeClient> _runtime;
    private readonly Lazy<AmazonBedrockAgentRuntimeClient> _flowRuntime;
    private readonly Lazy<AmazonBedrockAgentClient> _definitions;
    private readonly Lazy<AmazonSimpleSystemsManagementClient> _parameters;
    private readonly Lazy<AmazonCloudControlApiClient> _control;

    /// <summary>Clients for a connection; none is opened yet.</summary>
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

    /// <summary>For calling prompts.</summary>
    public AmazonBedrockRuntimeClient Runtime => _runtime.Value;

    /// <summary>For calling flows.</summary>
    public AmazonBedrockAgentRuntimeClient FlowRuntime => _flowRuntime.Value;

    /// <summary>For reading prompts and flows.</summary>
    public AmazonBedrockAgentClient Definitions => _definitions.Value;

    /// <summary>For reading the parameters with the aliases.</summary>
    public AmazonSimpleSystemsManagementClient Parameters => _parameters.Value;

    /// <summary>For reading any resource.</summary>
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

    /// <summary>Opens a client; an error in its configuration becomes the SDK's own exception.</summary>
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
            // Set only now: opening a client would otherwise prefer a Bedrock API key from the environment to the given
            // keys.
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
            // A mode determines retries and timeouts, which are set here; so AWS_DEFAULTS_MODE is not read, whatever
            // its value.
            DefaultConfigurationMode = DefaultConfigurationMode.Standard,
            MaxErrorRetry = 0,
            ConnectTimeout = connection.ConnectTimeout,
            // The cancellation token alone limits the duration of a call, so that only the caller's timeout applies.
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

        // An endpoint that is set (ServiceURL, AWS_ENDPOINT_URL) does not determine the region of signatures.
        config.AuthenticationRegion = config.RegionEndpoint?.SystemName;
        if (connection.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            // Variants (AWS_USE_FIPS_ENDPOINT, AWS_USE_DUALSTACK_ENDPOINT) exist for AWS's own endpoints only.
            (config.UseFIPSEndpoint, config.UseDualstackEndpoint) = (false, false);
        }
        else if (config.ServiceURL is { Length: > 0 } address
            && !(Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            throw new AmazonClientException($"{Invalid}: '{address}' is not the address of an endpoint. Write "
                + "AWS_ENDPOINT_URL, or endpoint_url of the profile, as in http://localhost:8201.");
        }
    }

    /// <summary>Whether a region can be part of a host name; which regions exist, only AWS knows.</summary>
    private static bool IsLabel(string region) =>
        region.Length > 0 && !region.StartsWith('-') && region.All(x => char.IsAsciiLetterOrDigit(x) || x is '-');

    // By itself, the SDK ignores AWS_DEFAULT_REGION, and uses the default profile's region even if another profile is
    // chosen.
    private static string? Region(AwsConnection connection) =>
        connection.Region
        ?? Environment.GetEnvironmentVariable("AWS_REGION")
        ?? Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION")
        ?? (connection.Profile is { } name && new CredentialProfileStoreChain().TryGetProfile(name, out var profile)
            ? profile.Region?.SystemName
            : null);
}
