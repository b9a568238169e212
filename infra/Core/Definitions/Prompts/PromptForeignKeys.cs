using System.Collections.Immutable;
using Infra.Definitions.Format;

namespace Infra.Definitions.Prompts;

/// <summary>Keys of Bedrock's API, CloudFormation and other formats that people write by habit.</summary>
internal static class PromptForeignKeys
{
    private const string UnderInference = "Write it under 'inference'.";

    public static readonly ImmutableArray<ForeignKey> All =
    [
        new(
            "variants",
            "Bedrock accepts one variant: write its model, inference and text at this level, and its name as "
                + "'variant'. Make another prompt for another variant.",
            "text", "messages", "model", "agent", "inference", "variables", "variant"),
        new("name", "The name is the file's name without .yaml: rename the file, or write 'variant' for the "
            + "variant's name.",
            "variant"),
        new("defaultVariant", "There is one variant, which is the default; 'variant' names it.", "variant"),
        new("modelId", "Write 'model'.", "model"),
        new("genAiResource", "Write 'agent' with the ARN of the agent alias.", "agent", "model"),
        new("templateType", "'text' makes a TEXT template, 'messages' a CHAT template."),
        new("templateConfiguration", "Write 'text', or 'system' and 'messages'.", "text", "messages", "variables",
            "tools"),
        new("prompt", "Write 'text', or 'messages' for a conversation.", "text", "messages"),
        new("inputVariables", "Write 'variables' with a name and a description each.", "variables"),
        new("inferenceConfiguration", "Write 'inference'.", "inference"),
        new("inferenceConfig", "Write 'inference'.", "inference"),
        new("toolConfiguration", "Write 'tools' and 'toolChoice'.", "tools"),
        new("customerEncryptionKeyArn", "Set bedrock-prompts:encryptionKey in Pulumi.<stack>.yaml."),
        new("temperature", UnderInference, "inference"),
        new("topP", UnderInference, "inference"),
        new("topK", UnderInference, "inference"),
        new("maxTokens", UnderInference, "inference"),
        new("stopSequences", UnderInference, "inference"),
    ];
}
