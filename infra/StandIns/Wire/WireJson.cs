using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime.Documents;
using Amazon.Runtime.Documents.Internal.Transform;
using Infra.Cli.Aws;

namespace Infra.Cli.StandIn;

/// <summary>Adds the SDK's free-form JSON to the generated code: the SDK's own converter is not public.</summary>
internal sealed class WireJson : IJsonTypeInfoResolver
{
    private static readonly WireJson Documents = new();

    private WireJson()
    {
    }

    /// <summary>The serializer options for the shapes of one service.</summary>
    public static JsonSerializerOptions Of(JsonSerializerContext generated) =>
        new(generated.Options) { TypeInfoResolver = JsonTypeInfoResolver.Combine(generated, Documents) };

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => type == typeof(Document)
        ? JsonMetadataServices.CreateValueInfo<Document>(options, new DocumentConverter())
        : null;

    private sealed class DocumentConverter : JsonConverter<Document>
    {
        public override Document Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var json = JsonDocument.ParseValue(ref reader);
            return AwsDocument.From(json.RootElement);
        }

        public override void Write(Utf8JsonWriter writer, Document value, JsonSerializerOptions options) =>
            DocumentMarshaller.Instance.Write(writer, value);
    }
}
