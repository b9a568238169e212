using System.Text;
using System.Text.Json;
using Amazon.Runtime.Documents;
using Amazon.Runtime.Documents.Internal.Transform;
using Amazon.Runtime.Internal.Transform;
using Infra.Values;

namespace Infra.Cli.Aws;

/// <summary>Converts what the AWS SDK has read back to the services' JSON.</summary>
/// <remarks>The SDK's own marshallers write it, so no reflection is needed while the console runs.</remarks>
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
    /// <exception cref="JsonException">It nests deeper than 64 levels, or contains something that values cannot
    /// represent.</exception>
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
            // A number beyond any range, such as 1e400; endless nesting; a null in a list of objects.
            throw new JsonException(e.Message, e);
        }

        return JsonValue.Parse(Encoding.UTF8.GetString(bytes.ToArray()));
    }
}
