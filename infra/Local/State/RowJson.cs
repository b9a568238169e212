using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Infra.Local.State;

/// <summary>The form of rows in a file.</summary>
[JsonSerializable(typeof(Change))]
[JsonSerializable(typeof(JsonNode))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class RowJson : JsonSerializerContext;
