using Amazon.CloudControlApi.Model;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Infra.Cli.StandIn;

namespace Amazon.CloudControlApi
{
    internal sealed class AmazonCloudControlApiConfig()
        : StandInConfig("CloudControl", "cloudcontrolapi", "cloudcontrolapi", "2021-09-30");

    internal sealed class AmazonCloudControlApiClient : StandInClient
    {
        public AmazonCloudControlApiClient(AmazonCloudControlApiConfig config)
            : base(credentials: null, config, AuthSchemeOption.DEFAULT_SIGV4)
        {
        }

        public AmazonCloudControlApiClient(AWSCredentials credentials, AmazonCloudControlApiConfig clientConfig)
            : base(credentials, clientConfig, AuthSchemeOption.DEFAULT_SIGV4)
        {
        }

        public Task<GetResourceResponse> GetResourceAsync(
            GetResourceRequest request, CancellationToken cancellationToken = default) =>
            Post<GetResourceResponse>(request, "GetResource", cancellationToken);

        public Task<ListResourcesResponse> ListResourcesAsync(
            ListResourcesRequest request, CancellationToken cancellationToken = default) =>
            Post<ListResourcesResponse>(request, "ListResources", cancellationToken);

        private Task<T> Post<T>(AmazonWebServiceRequest request, string operation, CancellationToken cancellationToken)
            where T : AmazonWebServiceResponse, new() =>
            Send<T>(
                request,
                new WireRequest("POST", "/")
                {
                    Headers =
                    {
                        ["X-Amz-Target"] = $"CloudApiService.{operation}",
                        ["Content-Type"] = "application/x-amz-json-1.0",
                    },
                    Body = CloudControlJson.Wire,
                },
                new WireResponse<T>(CloudControlJson.Wire),
                cancellationToken);
    }
}

namespace Amazon.CloudControlApi.Model
{
    internal sealed class GetResourceRequest : AmazonWebServiceRequest
    {
        public string? TypeName { get; set; }
        public string? Identifier { get; set; }
    }

    internal sealed class GetResourceResponse : AmazonWebServiceResponse
    {
        public ResourceDescription? ResourceDescription { get; set; }
    }

    internal sealed class ListResourcesRequest : AmazonWebServiceRequest
    {
        public string? TypeName { get; set; }
        public string? ResourceModel { get; set; }
        public string? NextToken { get; set; }
    }

    internal sealed class ListResourcesResponse : AmazonWebServiceResponse
    {
        public List<ResourceDescription>? ResourceDescriptions { get; set; }
        public string? NextToken { get; set; }
    }

    internal sealed class ResourceDescription
    {
        public string? Identifier { get; set; }
        public string? Properties { get; set; }
    }
}
