using System.Collections.Immutable;
using Pulumi;

namespace BedrockPrompts;

/// <summary>A resource of any type, its inputs a dictionary.</summary>
internal class CloudResource(
    string type, string name, ImmutableDictionary<string, object?> inputs, CustomResourceOptions options)
    : CustomResource(type, name, new DictionaryResourceArgs(inputs), options)
{
    /// <summary>Its ARN, where the type has one.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    /// <summary>Its name on AWS, where the type has one.</summary>
    [Output("name")]
    public Output<string> AwsName { get; private set; } = null!;

    /// <summary>The version that AWS gave it, where the type has one: a text or a number.</summary>
    [Output("version")]
    public Output<object?> Version { get; private set; } = null!;

    /// <summary>Its ARN, where it is an inference profile.</summary>
    [Output("inferenceProfileArn")]
    public Output<string> InferenceProfileArn { get; private set; } = null!;

    /// <summary>Its id, where the type has one beside its ARN.</summary>
    [Output("awsId")]
    public Output<string> AwsId { get; private set; } = null!;

    /// <summary>Its id, where it is an inference profile.</summary>
    [Output("inferenceProfileId")]
    public Output<string> InferenceProfileId { get; private set; } = null!;

    /// <summary>An output as a text, by the provider's name.</summary>
    public Output<string> Text(string output) => output switch
    {
        "id" => Id,
        "arn" => Arn,
        "name" => AwsName,
        "awsId" => AwsId,
        "inferenceProfileArn" => InferenceProfileArn,
        "inferenceProfileId" => InferenceProfileId,
        "version" => Version.Apply(version => version?.ToString() ?? ""),
        _ => throw NotNeeded(output),
    };

    private protected InvalidOperationException NotNeeded(string output) =>
        new($"{GetResourceName()} has no output {output}: no plan refers to it.");
}
