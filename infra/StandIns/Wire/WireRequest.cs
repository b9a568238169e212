using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Infra.Cli.StandIn;

/// <summary>One call in HTTP.</summary>
/// <param name="method">GET or POST.</param>
/// <param name="path">The path as in the API model, labels in braces.</param>
internal sealed class WireRequest(string method, string path) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    /// <summary>The values of the path's labels; all are required.</summary>
    public Dictionary<string, string?> Labels { get; } = [];

    /// <summary>The query parameters; those whose value is null are left out.</summary>
    public Dictionary<string, string?> Query { get; } = [];

    /// <summary>Headers besides those of every request.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>The serializer options for the request's body; null for a call without one.</summary>
    public JsonSerializerOptions? Body { get; init; }

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, input.GetType().Namespace) { HttpMethod = method, ResourcePath = path };
        foreach (var (label, value) in Labels)
        {
            request.AddPathResource(
                $"{{{label}}}", value ?? throw new AmazonServiceException($"The request does not set {label}."));
        }

        foreach (var (name, value) in Query.Where(item => item.Value is not null))
        {
            request.Parameters.Add(name, value);
            request.UseQueryString = true;
        }

        if (Body is not null)
        {
            request.Headers["Content-Type"] = "application/json";
            request.Content = JsonSerializer.SerializeToUtf8Bytes(input, Body.GetTypeInfo(input.GetType()));
        }

        foreach (var (name, value) in Headers)
        {
            request.Headers[name] = value;
        }

        return request;
    }
}
