using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Local.CloudControl;

/// <summary>The CloudFormation schema of a type of resource.</summary>
/// <param name="TypeName">As in <c>AWS::Bedrock::Prompt</c>.</param>
/// <param name="Root">The whole schema: properties, definitions, limits.</param>
internal sealed record ResourceSchema(string TypeName, JsonElement Root)
{
    /// <summary>The properties that identify a resource; their values joined by <c>|</c> are its identifier.</summary>
    public ImmutableArray<string> Identifier { get; } = Names(Root, "primaryIdentifier");

    /// <summary>Properties that cannot change after creation.</summary>
    public ImmutableArray<string> CreateOnly { get; } = Names(Root, "createOnlyProperties");

    /// <summary>Properties that only the service sets.</summary>
    public ImmutableArray<string> ReadOnly { get; } = Names(Root, "readOnlyProperties");

    /// <summary>Properties that are never returned.</summary>
    public ImmutableArray<string> WriteOnly { get; } = Names(Root, "writeOnlyProperties");

    /// <summary>Properties that a list request must contain.</summary>
    public ImmutableArray<string> ListNeeds { get; } = Handler(Root, "list") is { } list
        && list.TryGetProperty("handlerSchema", out var schema)
            ? [.. schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!)]
            : [];

    /// <summary>Reads a schema from an embedded file.</summary>
    public static ResourceSchema Read(string typeName)
    {
        var file = typeName.Replace("::", "-", StringComparison.Ordinal);
        using var stream = typeof(ResourceSchema).Assembly.GetManifestResourceStream($"{file}.json")!;
        return new(typeName, JsonDocument.Parse(stream).RootElement);
    }

    /// <summary>Whether the type can <c>create</c>, <c>read</c>, <c>update</c>, <c>delete</c> or <c>list</c>.</summary>
    public bool Handles(string action) => Handler(Root, action) is not null;

    /// <summary>The identifier made of properties.</summary>
    public string Identify(JsonObject properties) =>
        string.Join('|', Identifier.Select(name => properties[name]!.GetValue<string>()));

    private static JsonElement? Handler(JsonElement root, string action) =>
        root.GetProperty("handlers").TryGetProperty(action, out var handler) ? handler : null;

    /// <summary>The properties in a list of pointers; deeper pointers are not needed here.</summary>
    private static ImmutableArray<string> Names(JsonElement root, string list) =>
        root.TryGetProperty(list, out var pointers)
            ? [.. pointers.EnumerateArray()
                .Select(pointer => pointer.GetString()!.Split('/'))
                .Where(parts => parts.Length is 3)
                .Select(parts => parts[2])]
            : [];
}
