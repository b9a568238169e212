using Amazon.BedrockAgentRuntime.Model;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal.Transform;
using Infra.Cli.StandIn;

namespace Amazon.BedrockAgentRuntime;

internal sealed class AmazonBedrockAgentRuntimeConfig()
    : StandInConfig("Bedrock Agent Runtime", "bedrock-agent-runtime", "bedrock", "2023-07-26");

internal sealed class AmazonBedrockAgentRuntimeClient : StandInClient
{
    public AmazonBedrockAgentRuntimeClient(AmazonBedrockAgentRuntimeConfig config)
        : base(credentials: null, config, AuthSchemeOption.DEFAULT_SIGV4)
    {
    }

    public AmazonBedrockAgentRuntimeClient(AWSCredentials credentials, AmazonBedrockAgentRuntimeConfig clientConfig)
        : base(credentials, clientConfig, AuthSchemeOption.DEFAULT_SIGV4)
    {
    }

    public Task<InvokeFlowResponse> InvokeFlowAsync(
        InvokeFlowRequest request, CancellationToken cancellationToken = default) =>
        Send<InvokeFlowResponse>(
            request,
            new WireRequest("POST", "/flows/{flowIdentifier}/aliases/{flowAliasIdentifier}")
            {
                Labels =
                {
                    ["flowIdentifier"] = request.FlowIdentifier,
                    ["flowAliasIdentifier"] = request.FlowAliasIdentifier,
                },
                Body = BedrockAgentRuntimeJson.Wire,
            },
            new FlowResponse(),
            cancellationToken);

    /// <summary>The answer is read event by event, while the flow runs.</summary>
    private sealed class FlowResponse : WireResponse
    {
        public override bool HasStreamingProperty => true;

        public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) => new InvokeFlowResponse
        {
            ExecutionId = input.ResponseData.GetHeaderValue("x-amz-bedrock-flow-execution-id"),
            ResponseStream = new FlowResponseStream(input.Stream),
        };

        protected override bool ShouldReadEntireResponse(IWebResponseData response, bool readEntireResponse) => false;
    }
}
