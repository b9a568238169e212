using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Infra.Cli.StandIn;

/// <summary>The endpoint of a service: the configured one, or the region's host.</summary>
internal sealed class StandInEndpoints(string host) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters["Endpoint"] is string { Length: > 0 } configured)
        {
            return parameters["UseFIPS"] is true ? throw Invalid("FIPS and custom endpoint are not supported")
                : parameters["UseDualStack"] is true ? throw Invalid("Dualstack and custom endpoint are not supported")
                : new Endpoint(configured);
        }

        if (parameters["Region"] is not string { Length: > 0 } region)
        {
            throw Invalid("Missing Region");
        }

        var name = parameters["UseFIPS"] is true ? $"{host}-fips" : host;
        var suffix = RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix;
        return new Endpoint($"https://{name}.{region}.{suffix}");
    }

    // In the words of the official rules, which refuse combinations that they do not support.
    private static AmazonClientException Invalid(string what) => new($"Invalid Configuration: {what}");
}

/// <summary>The pipeline step that asks for the endpoint, after the request has been marshalled.</summary>
internal sealed class StandInEndpointResolver : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        return new EndpointParameters
        {
            ["Endpoint"] = config.ServiceURL,
            ["Region"] = requestContext.Request.AlternateEndpoint?.SystemName
                ?? config.RegionEndpoint?.SystemName
                ?? config.AuthenticationRegion
                ?? AWSSDKUtils.DetermineRegion(config.ServiceURL ?? ""),
            ["UseFIPS"] = config.UseFIPSEndpoint,
            ["UseDualStack"] = config.UseDualstackEndpoint,
        };
    }
}
