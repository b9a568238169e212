using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.SimpleSystemsManagement.Model;
using Infra.Cli.StandIn;

namespace Amazon.SimpleSystemsManagement;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(GetParametersRequest))]
[JsonSerializable(typeof(GetParametersResponse))]
[JsonSerializable(typeof(GetParametersByPathRequest))]
[JsonSerializable(typeof(GetParametersByPathResponse))]
internal sealed partial class SystemsManagementJson : JsonSerializerContext
{
    public static JsonSerializerOptions Wire => field ??= WireJson.Of(Default);
}
