namespace BedrockPrompts;

/// <summary>Where a catalog's definitions and settings come from.</summary>
public sealed record PromptCatalogArgs
{
    /// <summary>The folder that contains <c>prompts/</c>, from the project's root.</summary>
    /// <value>Default: the folder of <c>Pulumi.yaml</c>.</value>
    public string? Folder { get; init; }

    /// <summary>
    /// The settings, by the names that follow <c>bedrock-prompts:</c> in <c>Pulumi.&lt;stack&gt;.yaml</c>; structured
    /// values as YAML or JSON: <c>["live"] = "{ greeting-email: [1, 2] }"</c>.
    /// </summary>
    /// <value>Default: the stack's configuration.</value>
    public IReadOnlyDictionary<string, string>? Settings { get; init; }
}
