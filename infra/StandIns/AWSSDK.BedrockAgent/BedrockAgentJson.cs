using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.BedrockAgent.Model;
using Infra.Cli.StandIn;

namespace Amazon.BedrockAgent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(GetPromptResponse))]
[JsonSerializable(typeof(GetFlowResponse))]
[JsonSerializable(typeof(GetFlowVersionResponse))]
[JsonSerializable(typeof(GetFlowAliasResponse))]
internal sealed partial class BedrockAgentJson : JsonSerializerContext
{
    public static JsonSerializerOptions Wire => field ??= WireJson.Of(Default);
}
