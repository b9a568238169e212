using System.Collections.Immutable;
using Pulumi;

namespace BedrockPrompts;

/// <summary>A resource of any type, with a dictionary as its inputs.</summary>
internal class CloudResource(
    string type, string name, ImmutableDictionary<string, object?> inputs, CustomResourceOptions options)
    : CustomResource(type, name, new DictionaryResourceArgs(inputs), options)
{
    /// <summary>Its ARN, if the type has one.</summary>
    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    /// <summary>Its name on AWS, if the type has one.</summary>
    [Output("name")]
    public Output<string> AwsName { get; private set; } = null!;

    /// <summary>Its version on AWS, if the type has one: a text or a number.</summary>
    [Output("version")]
    public Output<object?> Version { get; private set; } = null!;

    /// <summary>Its ARN, if it is an inference profile.</summary>
    [Output("inferenceProfileArn")]
    public Output<string> InferenceProfileArn { get; private set; } = null!;

    /// <summary>Its id, if the type has one besides its ARN.</summary>
    [Output("awsId")]
    public Output<string> AwsId { get; private set; } = null!;

    /// <summary>Its id, if it is an inference profile.</summary>
    [Output("inferenceProfileId")]
    public Output<string> InferenceProfileId { get; private set; } = null!;

    /// <summary>An output as a text, by the provider's name for it.</summary>
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
