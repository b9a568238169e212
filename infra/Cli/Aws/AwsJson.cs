using System.Text;
using System.Text.Json;
using Amazon.Runtime.Documents;
using Amazon.Runtime.Documents.Internal.Transform;
using Amazon.Runtime.Internal.Transform;
using Infra.Values;

namespace Infra.Cli.Aws;

/// <summary>What the AWS SDK read, as the JSON that the services speak.</summary>
/// <remarks>The SDK's own marshallers write it, so nothing is looked up in types while the console runs.</remarks>
internal static class AwsJson
{
    /// <summary>A shape of an API; what AWS left out is absent.</summary>
    public static Value ToValue<T>(T shape, IRequestMarshaller<T, JsonMarshallerContext> marshaller) => Written(json =>
    {
        json.WriteStartObject();
        marshaller.Marshall(shape, new JsonMarshallerContext(request: null, json));
        json.WriteEndObject();
    });

    /// <summary>Free-form JSON.</summary>
    /// <exception cref="JsonException">It nests deeper than 64 levels, or holds what our values cannot.</exception>
    public static Value ToValue(Document document) =>
        Written(json => DocumentMarshaller.Instance.Write(json, document));

    private static Value Written(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        try
        {
            using var json = new Utf8JsonWriter(bytes);
            write(json);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or NullReferenceException)
        {
            // A number beyond any, such as 1e400; nesting without end; a null in a list of things.
            throw new JsonException(e.Message, e);
        }

        return JsonValue.Parse(Encoding.UTF8.GetString(bytes.ToArray()));
    }
}
