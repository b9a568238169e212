using Infra.Definitions.Prompts;
using Infra.Definitions.Templates;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>Checks that text from outsiders is set apart from the instructions.</summary>
public static class DelimiterRules
{
    /// <summary>Every use of an untrusted variable must be between delimiters, or be a message of its own
    /// (PRM034).</summary>
    public static IEnumerable<Diagnostic> Check(Prompt prompt)
    {
        var untrusted = prompt.Variables.Where(variable => variable.Untrusted).ToArray();
        return untrusted.Length == 0 ? [] :
            from variable in untrusted
            let use = FirstBareUse(prompt.Body, variable.Name.Value)
            where use is not null
            select Problems.NotDelimited(variable.Name.At, variable.Name.Value, use.Value);
    }

    private static Location? FirstBareUse(PromptBody body, string name)
    {
        foreach (var template in body.Templates)
        {
            if (IsWholeTurn(body, template))
            {
                continue;
            }

            var uses = template.Uses.Where(use => use.Name == name).Select(use => use.Offset).ToArray();
            if (Delimiters.FirstOutside(template.Text, uses) is { } offset)
            {
                return template.Locate(offset);
            }
        }

        return null;
    }

    /// <summary>Whether a template is a message with nothing but a variable, which sets it apart; this never applies to
    /// a system text.</summary>
    private static bool IsWholeTurn(PromptBody body, Template template) =>
        body is PromptBody.Chat chat
        && template is { Faults.IsEmpty: true, Uses: [var use] }
        && template.Text.AsSpan().Trim().Length == use.Name.Length + 4
        && chat.Messages.Any(message => message.Content is [Block.Text only] && only.Template == template);
}
