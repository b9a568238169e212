using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace Infra.Cli.StandIn;

/// <summary>A client's facts about its service; retries, timeouts and regions come from AWSSDK.Core.</summary>
internal abstract class StandInConfig : ClientConfig
{
    private static readonly StandInEndpointResolver Resolver = new();

    private static readonly IDefaultConfiguration[] Modes =
    [
        .. Enum.GetValues<DefaultConfigurationMode>().Select(mode => new DefaultConfiguration
        {
            Name = mode,
            RetryMode = RequestRetryMode.Standard,
            ConnectTimeout = TimeSpan.FromSeconds(3.1),
            TlsNegotiationTimeout = TimeSpan.FromSeconds(3.1),
        }),
    ];

    /// <param name="serviceId">The id in the API model, which is part of the service's AWS_ENDPOINT_URL_
    /// variable.</param>
    /// <param name="host">The first label of the service's host names.</param>
    /// <param name="signingName">The service's name in signatures and in IAM.</param>
    /// <param name="serviceVersion">The version of the API.</param>
    protected StandInConfig(string serviceId, string host, string signingName, string serviceVersion)
        : base(new DefaultConfigurationProvider(Modes))
    {
        ServiceId = serviceId;
        AuthenticationServiceName = signingName;
        EndpointProvider = new StandInEndpoints(host);
        (RegionEndpointServiceName, ServiceVersion) = (host, serviceVersion);
        UserAgent = InternalSDKUtils.BuildUserAgentString(serviceId, "4.0.0.0");
    }

    public override string RegionEndpointServiceName { get; }

    public override string ServiceVersion { get; }

    public override string UserAgent { get; }

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        Resolver.GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(
            new RequestContext(enableMetric: false)
            {
                ClientConfig = this,
                OriginalRequest = parameters.Request,
                Request = new DefaultRequest(parameters.Request, ServiceId)
                {
                    AlternateEndpoint = parameters.AlternateEndpoint,
                },
            },
            responseContext: null));
}
