using System.Diagnostics;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Definitions.Templates;

namespace Infra.Smoke.Cases;

/// <summary>A prompt's own text: its templates without variables.</summary>
internal static class PromptTexts
{
    /// <summary>
    /// The texts of a prompt's templates; for a flow, those of the prompts that it uses, as far as they are known.
    /// </summary>
    public static IEnumerable<string> Of(Definition definition, Func<string, Prompt?> promptNamed)
    {
        var prompts = definition switch
        {
            Prompt prompt => [prompt],
            Flow flow => flow.Body.AllNodes.Select(node => Asked(node.Configuration, promptNamed)).OfType<Prompt>(),
            _ => [],
        };
        return prompts.SelectMany(prompt => prompt.Body.Templates).SelectMany(Between);
    }

    private static Prompt? Asked(NodeConfiguration node, Func<string, Prompt?> promptNamed) =>
        (node as NodeConfiguration.Prompt)?.Source switch
        {
            PromptSource.Inline inline => inline.Prompt,
            PromptSource.Catalog catalog => promptNamed(catalog.Reference.Name),
            PromptSource.Arn => null,
            _ => throw new UnreachableException(),
        };

    private static IEnumerable<string> Between(Template template)
    {
        var start = 0;
        foreach (var use in template.Uses)
        {
            yield return template.Text[start..use.Offset];
            start = use.Offset + use.Name.Length + "{{}}".Length;
        }

        yield return template.Text[start..];
    }
}
