using Infra.Definitions;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>Checks prompts.</summary>
public static class PromptRules
{
    /// <summary>All problems of a prompt.</summary>
    public static IEnumerable<Diagnostic> Check(Prompt prompt) =>
    [
        .. DefinitionRules.Check(prompt),
        .. VariantNameIsTaken(prompt),
        .. ModelRules.Check(prompt),
        .. InferenceRules.Check(prompt),
        .. TopKRules.Check(prompt),
        .. VariableRules.Check(prompt),
        .. TemplateRules.Check(prompt),
        .. ChatRules.Check(prompt),
        .. ToolRules.Check(prompt),
        .. MetadataRules.Check(prompt),
        .. DelimiterRules.Check(prompt),
    ];

    /// <summary>AWS must accept the variant's name (PRM024).</summary>
    public static IEnumerable<Diagnostic> VariantNameIsTaken(Prompt prompt) =>
        Names.IsBedrockName(prompt.Variant.Value)
            ? []
            : [Problems.MalformedName(prompt.Variant.At, prompt.Variant.Value)];
}
