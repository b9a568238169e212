using System.Collections.Immutable;
using Pulumi;

namespace Infra.Benchmarks.Registration;

/// <summary>A resource as a program by hand has it: of its outputs, those that others refer to.</summary>
internal sealed class BareResource(
    string type, string name, ImmutableDictionary<string, object?> inputs, CustomResourceOptions options)
    : CustomResource(type, name, new DictionaryResourceArgs(inputs), options)
{
    /// <summary>Its ARN.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    /// <summary>Its name on AWS.</summary>
    [Output("name")]
    public Output<string> AwsName { get; private set; } = null!;

    /// <summary>The version that AWS gave it.</summary>
    [Output("version")]
    public Output<string> Version { get; private set; } = null!;

    /// <summary>An output by the provider's name.</summary>
    public Output<string> Output(string name) => name switch
    {
        "id" => Id,
        "arn" => Arn,
        "name" => AwsName,
        "version" => Version,
        _ => throw new InvalidOperationException($"{GetResourceName()} has no output {name}."),
    };
}
