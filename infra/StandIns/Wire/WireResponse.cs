using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Infra.Cli.StandIn;

/// <summary>Reads an answer; errors are read in the same way for all operations.</summary>
internal abstract class WireResponse : JsonResponseUnmarshaller
{
    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(input.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        return new AmazonServiceException(
            error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }
}

/// <summary>An answer that is one JSON object.</summary>
internal sealed class WireResponse<T>(JsonSerializerOptions options) : WireResponse
    where T : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) =>
        JsonSerializer.Deserialize(input.Stream, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T))) ?? new T();
}
