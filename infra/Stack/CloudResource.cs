using System.Collections.Immutable;
using Pulumi;

namespace Infra.Stack;

/// <summary>A resource of any type, its inputs a dictionary.</summary>
internal sealed class CloudResource(
    string type, string name, ImmutableDictionary<string, object?> inputs, CustomResourceOptions options)
    : CustomResource(type, name, new DictionaryResourceArgs(inputs), options)
{
    /// <summary>Its ARN, where the type has one.</summary>
    [Output("arn")]
    public Output<object?> Arn { get; private set; } = null!;

    /// <summary>Its name on AWS, where the type has one.</summary>
    [Output("name")]
    public Output<object?> AwsName { get; private set; } = null!;

    /// <summary>The version that AWS gave it, where the type has one: a text or a number.</summary>
    [Output("version")]
    public Output<object?> Version { get; private set; } = null!;

    /// <summary>The content of a prompt or of a prompt's version.</summary>
    [Output("variants")]
    public Output<object?> Variants { get; private set; } = null!;

    /// <summary>The content of a flow or of a flow's version.</summary>
    [Output("definition")]
    public Output<object?> Definition { get; private set; } = null!;

    /// <summary>An output by the provider's name.</summary>
    public Output<object?> Output(string name) => name switch
    {
        "id" => Id.Apply(id => (object?)id),
        "arn" => Arn,
        "name" => AwsName,
        "version" => Version,
        "variants" => Variants,
        "definition" => Definition,
        _ => throw new InvalidOperationException($"{GetResourceName()}: no plan has needed the output {name} so far."),
    };
}
