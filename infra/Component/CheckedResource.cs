using System.Collections.Immutable;
using Pulumi;

namespace BedrockPrompts;

/// <summary>A resource whose content is read back once it is deployed: a prompt's version.</summary>
/// <remarks>For every output of a class the SDK works at every resource of it: the others go without.</remarks>
internal sealed class CheckedResource(
    string type, string name, ImmutableDictionary<string, object?> inputs, CustomResourceOptions options)
    : CloudResource(type, name, inputs, options)
{
    /// <summary>What it holds.</summary>
    [Output("variants")]
    public Output<object?> Variants { get; private set; } = null!;

    /// <summary>What it holds, by the provider's name.</summary>
    public Output<object?> Content(string output) => output is "variants" ? Variants : throw NotNeeded(output);
}
