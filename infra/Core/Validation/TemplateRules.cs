using Infra.Definitions.Prompts;
using Infra.Definitions.Templates;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>Checks the texts of a prompt.</summary>
public static class TemplateRules
{
    /// <summary>All problems of a prompt's texts.</summary>
    public static IEnumerable<Diagnostic> Check(Prompt prompt) =>
    [
        .. prompt.Body.Templates.SelectMany(BracesHoldVariables),
        .. prompt.Body.Templates.SelectMany(SingleBraceRules.Check),
        .. TextsHaveLength(prompt),
    ];

    /// <summary>Double braces must contain variables and nothing else (PRM014, PRM015).</summary>
    public static IEnumerable<Diagnostic> BracesHoldVariables(Template template) =>
        from fault in template.Faults
        let at = template.Locate(fault.Offset)
        select fault.Kind switch
        {
            TemplateFaultKind.Unclosed => Problems.UnclosedBraces(at),
            TemplateFaultKind.Blanks => Problems.BlanksInBraces(at, fault.Content.Trim()),
            TemplateFaultKind.Statement => Problems.TemplateStatement(at),
            TemplateFaultKind.Malformed => Problems.MalformedVariable(at),
        };

    /// <summary>A TEXT template must have 1 to 200,000 characters, a text of a conversation at least one
    /// (PRM022).</summary>
    public static IEnumerable<Diagnostic> TextsHaveLength(Prompt prompt)
    {
        var most = prompt.Body is PromptBody.Text ? Limits.Text : int.MaxValue;
        return
            from template in prompt.Body.Templates
            where template.Source.IsComplete
            from problem in TextRules.HasLength(template.Text, template.Source.At, "text", (1, most))
            select problem;
    }
}
