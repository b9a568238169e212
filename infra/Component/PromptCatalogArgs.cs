namespace BedrockPrompts;

/// <summary>Where a catalog's definitions and settings come from.</summary>
public sealed record PromptCatalogArgs
{
    /// <summary>The folder that holds <c>prompts/</c>, from the project's root.</summary>
    /// <value>Default: the folder of <c>Pulumi.yaml</c>.</value>
    public string? Folder { get; init; }

    /// <summary>
    /// The settings, by the names they have in <c>Pulumi.&lt;stack&gt;.yaml</c> after <c>bedrock-prompts:</c>; what is
    /// structured as YAML or JSON: <c>["live"] = "{ greeting-email: [1, 2] }"</c>.
    /// </summary>
    /// <value>Default: the stack's configuration.</value>
    public IReadOnlyDictionary<string, string>? Settings { get; init; }
}
