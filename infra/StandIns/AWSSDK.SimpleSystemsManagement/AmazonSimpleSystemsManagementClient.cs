using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.SimpleSystemsManagement.Model;
using Infra.Cli.StandIn;

namespace Amazon.SimpleSystemsManagement
{
    internal sealed class AmazonSimpleSystemsManagementConfig() : StandInConfig("SSM", "ssm", "ssm", "2014-11-06");

    internal sealed class AmazonSimpleSystemsManagementClient : StandInClient
    {
        public AmazonSimpleSystemsManagementClient(AmazonSimpleSystemsManagementConfig config)
            : base(credentials: null, config, AuthSchemeOption.DEFAULT_SIGV4)
        {
        }

        public AmazonSimpleSystemsManagementClient(
            AWSCredentials credentials, AmazonSimpleSystemsManagementConfig clientConfig)
            : base(credentials, clientConfig, AuthSchemeOption.DEFAULT_SIGV4)
        {
        }

        public Task<GetParametersResponse> GetParametersAsync(
            GetParametersRequest request, CancellationToken cancellationToken = default) =>
            Send<GetParametersResponse>(
                request,
                new WireRequest("POST", "/")
                {
                    Headers =
                    {
                        ["X-Amz-Target"] = "AmazonSSM.GetParameters",
                        ["Content-Type"] = "application/x-amz-json-1.1",
                    },
                    Body = SystemsManagementJson.Wire,
                },
                new WireResponse<GetParametersResponse>(SystemsManagementJson.Wire),
                cancellationToken);

        public Task<GetParametersByPathResponse> GetParametersByPathAsync(
            GetParametersByPathRequest request, CancellationToken cancellationToken = default) =>
            Send<GetParametersByPathResponse>(
                request,
                new WireRequest("POST", "/")
                {
                    Headers =
                    {
                        ["X-Amz-Target"] = "AmazonSSM.GetParametersByPath",
                        ["Content-Type"] = "application/x-amz-json-1.1",
                    },
                    Body = SystemsManagementJson.Wire,
                },
                new WireResponse<GetParametersByPathResponse>(SystemsManagementJson.Wire),
                cancellationToken);
    }
}

namespace Amazon.SimpleSystemsManagement.Model
{
    internal sealed class GetParametersRequest : AmazonWebServiceRequest
    {
        public List<string>? Names { get; set; }
        public bool? WithDecryption { get; set; }
    }

    internal sealed class GetParametersResponse : AmazonWebServiceResponse
    {
        public List<string>? InvalidParameters { get; set; }
        public List<Parameter>? Parameters { get; set; }
    }

    internal sealed class GetParametersByPathRequest : AmazonWebServiceRequest
    {
        public string? Path { get; set; }
        public bool? Recursive { get; set; }
        public string? NextToken { get; set; }
    }

    internal sealed class GetParametersByPathResponse : AmazonWebServiceResponse
    {
        public List<Parameter>? Parameters { get; set; }
        public string? NextToken { get; set; }
    }

    internal sealed class ParameterNotFoundException(string message) : AmazonServiceException(message);

    internal sealed class Parameter
    {
        public string? ARN { get; set; }
        public string? Name { get; set; }
        public string? Value { get; set; }
        public long? Version { get; set; }
    }
}
