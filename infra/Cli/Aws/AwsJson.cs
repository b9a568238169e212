using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Documents;
using Amazon.Runtime.Documents.Internal.Transform;

namespace Infra.Cli.Aws;

/// <summary>The types of the AWS SDK as the JSON that the services speak.</summary>
internal static class AwsJson
{
    /// <summary>For services whose members begin in lower case: all of Bedrock.</summary>
    public static readonly JsonSerializerOptions Bedrock = Options(JsonNamingPolicy.CamelCase);

    /// <summary>For services whose members are spelled as in the SDK: Systems Manager.</summary>
    public static readonly JsonSerializerOptions SystemsManager = Options(naming: null);

    private static JsonSerializerOptions Options(JsonNamingPolicy? naming) => new()
    {
        PropertyNamingPolicy = naming,
        // What is not set is null, and a Document that is not set is the default one: neither is sent.
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new DocumentConverter(), new ConstantConverter() },
    };

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

    /// <summary>The SDK's enumerations: classes with a value, open to what AWS adds.</summary>
    private sealed class ConstantConverter : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsSubclassOf(typeof(ConstantClass));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

        private sealed class Of<T> : JsonConverter<T>
            where T : ConstantClass
        {
            public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
                (T)Activator.CreateInstance(typeof(T), reader.GetString())!;

            public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
                writer.WriteStringValue(value.Value);
        }
    }
}
