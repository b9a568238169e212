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
internal sealed partial class BedrockRuntimeJson : JsonSerializerContext
{
    public static JsonSerializerOptions Wire => field ??= WireJson.Of(Default);
}
