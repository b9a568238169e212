using System.Collections.Immutable;
using Infra.Planning;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Targets;

/// <summary>A declared resource in the form of a Pulumi provider.</summary>
public sealed record PulumiResource
{
    private readonly Func<Value.Map> _inputs;

    private PulumiResource(PulumiType type, Func<Value.Map> inputs) => (Type, _inputs) = (type, inputs);

    /// <summary>The provider's type, as in <c>aws-native:bedrock:Prompt</c>.</summary>
    public string Token => Type.Token;

    /// <summary>The provider, <c>aws-native</c> or <c>aws</c>.</summary>
    public string Package => Token[..Token.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>Its inputs, in the provider's spelling; documents keep their keys.</summary>
    /// <remarks>Made at each call, so that a program that registers thousands of resources need not hold them
    /// all.</remarks>
    public Value.Map Inputs => _inputs();

    /// <summary>Paths of inputs that cannot change in place; the generic class must state them, the SDK's own classes
    /// know them.</summary>
    /// <remarks>The classic provider reports these itself.</remarks>
    public ImmutableArray<string> ReplaceOnChanges { get; private init; } = [];

    /// <summary>Paths of inputs whose later changes are ignored.</summary>
    public ImmutableArray<string> IgnoreChanges { get; private init; } = [];

    private PulumiType Type { get; }

    /// <summary>The output with an attribute; <c>id</c> is the resource's own id.</summary>
    public string Output(string attribute) => Type.Output(attribute);

    /// <summary>A declared resource for Pulumi.</summary>
    public static PulumiResource Of(DeclaredResource resource)
    {
        if (AdditionalFields.AreIn(resource))
        {
            return Extension(resource);
        }

        var type = PulumiType.Of(resource.Type);
        return new(
            type,
            () => Map(resource.Properties.Entries.Select(property => Input(type, property.Key, property.Value))))
        {
            IgnoreChanges = [.. resource.IgnoreChanges.Select(type.Input)],
            ReplaceOnChanges = type.IsNative ? [.. ResourceTypes.Of(resource.Type).CreateOnly.Select(Path)] : [],
        };
    }

    private static PulumiResource Extension(DeclaredResource resource) => new(
        PulumiType.Extension,
        () => Map(
            ("type", resource.Type),
            ("properties", Document(SinglePrecision.Of(resource.Properties))),
            ("tagsProperty", "Tags"),
            ("tagsStyle", "stringMap")))
    {
        IgnoreChanges = [.. resource.IgnoreChanges.Select(property => $"properties.{property}")],
    };

    /// <summary>The path of a property; tags are a map, in which any entry may change.</summary>
    private static string Path(string property) =>
        property is "Tags" ? "tags.*" : PulumiNames.Property(property);

    private static (string Name, Value? Value) Input(PulumiType type, string property, Value value) =>
        (type.Input(property), (property, value) switch
        {
            _ when type.JsonTexts.Contains(property) => EmbeddedJson.Of(value),
            // IAM's tags are a list in CloudFormation and a map in the classic provider.
            ("Tags", Value.List tags) when !type.IsNative => Document(Map(tags.Items.Cast<Value.Map>().Select(Tag))),
            _ => Nested(SinglePrecision.Of(value)),
        });

    private static (string, Value?) Tag(Value.Map tag) => (((Value.Text)tag["Key"]!).Content, tag["Value"]);

    private static Value Nested(Value value) => value switch
    {
        Value.Map map => Map(map.Entries.Select(entry => (PulumiNames.Nested(entry.Key), (Value?)Nested(entry.Value)))),
        Value.List list => new Value.List(ImmutableArray.CreateRange(list.Items, Nested)),
        _ => value,
    };
}
