using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.CloudControlApi.Model;
using Infra.Cli.StandIn;

namespace Amazon.CloudControlApi;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(GetResourceRequest))]
[JsonSerializable(typeof(GetResourceResponse))]
[JsonSerializable(typeof(ListResourcesRequest))]
[JsonSerializable(typeof(ListResourcesResponse))]
internal sealed partial class CloudControlJson : JsonSerializerContext
{
    public static JsonSerializerOptions Wire => field ??= WireJson.Of(Default);
}
