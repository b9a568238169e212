using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.BedrockAgentRuntime.Model;
using Infra.Cli.StandIn;

namespace Amazon.BedrockAgentRuntime;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(InvokeFlowRequest))]
[JsonSerializable(typeof(FlowOutputEvent))]
[JsonSerializable(typeof(FlowCompletionEvent))]
[JsonSerializable(typeof(FlowMultiTurnInputRequestEvent))]
[JsonSerializable(typeof(FlowTraceEvent))]
internal sealed partial class BedrockAgentRuntimeJson : JsonSerializerContext
{
    public static JsonSerializerOptions Wire => field ??= WireJson.Of(Default);
}
