using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>What is sent to AWS holds no secrets.</summary>
public static class SecretRules
{
    /// <summary>No text of a prompt holds a secret (PRM036).</summary>
    public static IEnumerable<Diagnostic> Check(Prompt prompt) =>
    [
        .. prompt.Body.Templates.SelectMany(template => Secrets.In(template.Text)
            .Select(secret => Problems.Secret(template.Locate(secret.Offset), secret.Kind))),
        .. Texts(prompt)
            .SelectMany(text => Secrets.In(text.Value).Select(secret => Problems.Secret(text.At, secret.Kind))),
    ];

    private static IEnumerable<Located<string>> Texts(Prompt prompt)
    {
        if (prompt.Description is { } description)
        {
            yield return description;
        }

        foreach (var entry in prompt.Metadata.Concat(prompt.Tags))
        {
            yield return entry.Text;
        }

        foreach (var example in prompt.Variables.Select(variable => variable.Example).OfType<Located<string>>())
        {
            yield return example;
        }

        foreach (var tool in (prompt.Body as PromptBody.Chat)?.Tools?.Specifications ?? [])
        {
            if (tool.Description is { } about)
            {
                yield return about;
            }
        }
    }
}
