using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Infra.Local.Protocol.Models;

/// <summary>The official model of an AWS service, reduced to the operations supported here.</summary>
/// <param name="Source">The source and date of the file.</param>
/// <param name="Protocol"><c>rest-json</c>, <c>json</c> or <c>query</c>.</param>
/// <param name="Operations">The operations by name.</param>
/// <param name="Shapes">The shapes by name.</param>
internal sealed record ServiceModel(
    string Source,
    string Protocol,
    ImmutableSortedDictionary<string, Operation> Operations,
    ImmutableDictionary<string, ServiceShape> Shapes)
{
    private static readonly ConcurrentDictionary<string, ServiceModel> Known = new(StringComparer.Ordinal);

    /// <summary>The prefix of the operation's name in the <c>X-Amz-Target</c> header.</summary>
    public string? TargetPrefix { get; init; }

    /// <summary>The version in the content type of the <c>json</c> protocol.</summary>
    public string? JsonVersion { get; init; }

    /// <summary>The service's name, which is that of its file.</summary>
    [JsonIgnore]
    public string Name { get; private init; } = "";

    /// <summary>The model from an embedded file, which is read once in a process.</summary>
    public static ServiceModel Read(string service) => Known.GetOrAdd(service, static service =>
    {
        using var file = typeof(ServiceModel).Assembly.GetManifestResourceStream($"{service}.json")!;
        return JsonSerializer.Deserialize(file, ModelJson.Default.ServiceModel)! with { Name = service };
    });

    /// <summary>The shape of a request.</summary>
    public ServiceShape.Structure Input(Operation operation) => (ServiceShape.Structure)Shapes[operation.Input];

    /// <summary>The shape of an answer, if the file has it.</summary>
    public ServiceShape? Output(Operation operation) => operation.Output is { } name ? Shapes[name] : null;
}

/// <summary>One operation of a service.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Uri">The path, with the names of members in braces.</param>
/// <param name="Status">The HTTP status of success.</param>
/// <param name="Input">The name of the request's shape.</param>
/// <param name="Errors">The HTTP status of each error that it may return.</param>
internal sealed record Operation(
    string Method, string Uri, int Status, string Input, ImmutableSortedDictionary<string, int> Errors)
{
    /// <summary>The name of the answer's shape.</summary>
    public string? Output { get; init; }
}

[JsonSerializable(typeof(ServiceModel))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ModelJson : JsonSerializerContext;
