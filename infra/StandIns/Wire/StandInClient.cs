using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Infra.Cli.StandIn;

/// <summary>A client based on AWSSDK.Core only, whose pipeline signs, retries and finds credentials for every
/// service.</summary>
/// <param name="credentials">The credentials; null for those that every AWS tool would find.</param>
/// <param name="config">The service.</param>
/// <param name="schemes">How requests are authenticated, the preferred way first.</param>
internal abstract class StandInClient(
    AWSCredentials? credentials, StandInConfig config, List<IAuthSchemeOption> schemes)
    : AmazonServiceClient(credentials, config)
{
    protected override IServiceMetadata ServiceMetadata { get; } = new Metadata(config.ServiceId);

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new StandInEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new Authentication(schemes));
    }

    /// <summary>Makes one call.</summary>
    protected Task<TResponse> Send<TResponse>(
        AmazonWebServiceRequest request,
        WireRequest wire,
        WireResponse answer,
        CancellationToken cancellationToken)
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(
            request, new InvokeOptions { RequestMarshaller = wire, ResponseUnmarshaller = answer }, cancellationToken);

    private sealed class Authentication(List<IAuthSchemeOption> schemes) : BaseAuthResolverHandler
    {
        protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => schemes;
    }

    private sealed class Metadata(string serviceId) : IServiceMetadata
    {
        public string ServiceId => serviceId;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }
}
