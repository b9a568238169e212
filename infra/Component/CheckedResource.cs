using System.Collections.Immutable;
using Pulumi;

namespace BedrockPrompts;

/// <summary>A resource whose content is read back once it is deployed: a version of a prompt.</summary>
/// <remarks>The SDK does work for every output of a class at each of its resources, so other resources do not have this
/// one.</remarks>
internal sealed class CheckedResource(
    string type, string name, ImmutableDictionary<string, object?> inputs, CustomResourceOptions options)
    : CloudResource(type, name, inputs, options)
{
    /// <summary>The content.</summary>
    [Output("variants")]
    public Output<object?> Variants { get; private set; } = null!;

    /// <summary>The content, by the provider's name for it.</summary>
    public Output<object?> Content(string output) => output is "variants" ? Variants : throw NotNeeded(output);
}
