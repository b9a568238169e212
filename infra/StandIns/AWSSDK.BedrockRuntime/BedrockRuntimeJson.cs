using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.BedrockRuntime.Model;
using Infra.Cli.StandIn;

namespace Amazon.BedrockRuntime;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ConverseRequest))]
[JsonSerializable(typeof(ConverseResponse))]
[JsonSerializable(typeof(ConverseStreamRequest))]
[JsonSerializable(typeof(MessageStartEvent))]
[JsonSerializable(typeof(ContentBlockStartEvent))]
[JsonSerializable(typeof(ContentBlockDeltaEvent))]
[JsonSerializable(typeof(ContentBlockStopEvent))]
[JsonSerializable(typeof(MessageStopEvent))]
[JsonSerializable(typeof(ConverseStreamMetadataEvent))]
internal sealed partial class BedrockRuntimeJson : JsonSerializerContext
{
    public static JsonSerializerOptions Wire => field ??= WireJson.Of(Default);
}
