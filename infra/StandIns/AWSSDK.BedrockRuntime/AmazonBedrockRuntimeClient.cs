using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal.Auth;
using Infra.Cli.StandIn;

namespace Amazon.BedrockRuntime;

internal sealed class AmazonBedrockRuntimeConfig()
    : StandInConfig("Bedrock Runtime", "bedrock-runtime", "bedrock", "2023-09-30");

internal sealed class AmazonBedrockRuntimeClient : StandInClient
{
    // With a Bedrock API key (AWS_BEARER_TOKEN_BEDROCK), no other credentials are needed.
    private static readonly List<IAuthSchemeOption> Schemes =
    [
        new AuthSchemeOption { SchemeId = "aws.auth#sigv4" },
        new AuthSchemeOption { SchemeId = "smithy.api#httpBearerAuth" },
    ];

    public AmazonBedrockRuntimeClient(AmazonBedrockRuntimeConfig config)
        : base(credentials: null, config, Schemes)
    {
    }

    public AmazonBedrockRuntimeClient(AWSCredentials credentials, AmazonBedrockRuntimeConfig clientConfig)
        : base(credentials, clientConfig, Schemes)
    {
    }

    public Task<ConverseResponse> ConverseAsync(
        ConverseRequest request, CancellationToken cancellationToken = default) =>
        Send<ConverseResponse>(
            request,
            new WireRequest("POST", "/model/{modelId}/converse")
            {
                Labels = { ["modelId"] = request.ModelId },
                Body = BedrockRuntimeJson.Wire,
            },
            new WireResponse<ConverseResponse>(BedrockRuntimeJson.Wire),
            cancellationToken);

    public Task<ConverseStreamResponse> ConverseStreamAsync(
        ConverseStreamRequest request, CancellationToken cancellationToken = default) =>
        Send<ConverseStreamResponse>(
            request,
            new WireRequest("POST", "/model/{modelId}/converse-stream")
            {
                Labels = { ["modelId"] = request.ModelId },
                Body = BedrockRuntimeJson.Wire,
            },
            new ConverseStreamReader(),
            cancellationToken);
}
