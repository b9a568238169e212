using Amazon.BedrockAgent.Model;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Infra.Cli.StandIn;

namespace Amazon.BedrockAgent;

internal sealed class AmazonBedrockAgentConfig()
    : StandInConfig("Bedrock Agent", "bedrock-agent", "bedrock", "2023-06-05");

internal sealed class AmazonBedrockAgentClient : StandInClient
{
    public AmazonBedrockAgentClient(AmazonBedrockAgentConfig config)
        : base(credentials: null, config, AuthSchemeOption.DEFAULT_SIGV4)
    {
    }

    public AmazonBedrockAgentClient(AWSCredentials credentials, AmazonBedrockAgentConfig clientConfig)
        : base(credentials, clientConfig, AuthSchemeOption.DEFAULT_SIGV4)
    {
    }

    public Task<GetPromptResponse> GetPromptAsync(
        GetPromptRequest request, CancellationToken cancellationToken = default) =>
        Get<GetPromptResponse>(
            request,
            new WireRequest("GET", "/prompts/{promptIdentifier}/")
            {
                Labels = { ["promptIdentifier"] = request.PromptIdentifier },
                Query = { ["promptVersion"] = request.PromptVersion },
            },
            cancellationToken);

    public Task<GetFlowResponse> GetFlowAsync(
        GetFlowRequest request, CancellationToken cancellationToken = default) =>
        Get<GetFlowResponse>(
            request,
            new WireRequest("GET", "/flows/{flowIdentifier}/")
            {
                Labels = { ["flowIdentifier"] = request.FlowIdentifier },
            },
            cancellationToken);

    public Task<GetFlowVersionResponse> GetFlowVersionAsync(
        GetFlowVersionRequest request, CancellationToken cancellationToken = default) =>
        Get<GetFlowVersionResponse>(
            request,
            new WireRequest("GET", "/flows/{flowIdentifier}/versions/{flowVersion}/")
            {
                Labels = { ["flowIdentifier"] = request.FlowIdentifier, ["flowVersion"] = request.FlowVersion },
            },
            cancellationToken);

    public Task<GetFlowAliasResponse> GetFlowAliasAsync(
        GetFlowAliasRequest request, CancellationToken cancellationToken = default) =>
        Get<GetFlowAliasResponse>(
            request,
            new WireRequest("GET", "/flows/{flowIdentifier}/aliases/{aliasIdentifier}")
            {
                Labels = { ["flowIdentifier"] = request.FlowIdentifier, ["aliasIdentifier"] = request.AliasIdentifier },
            },
            cancellationToken);

    private Task<T> Get<T>(AmazonWebServiceRequest request, WireRequest wire, CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse, new() =>
        Send<T>(request, wire, new WireResponse<T>(BedrockAgentJson.Wire), cancellationToken);
}
