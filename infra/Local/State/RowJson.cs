using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Infra.Local.State;

/// <summary>How rows are written to a file.</summary>
[JsonSerializable(typeof(Change))]
[JsonSerializable(typeof(JsonNode))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class RowJson : JsonSerializerContext;
