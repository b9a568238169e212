using Infra.Definitions;
using Infra.Definitions.Prompts;

namespace Infra.Rendering;

/// <summary>Which of a stack's values a definition depends on.</summary>
public static class PlaceholderUse
{
    /// <summary>The names in what a prompt deploys, each once; its tags are not part of what is frozen.</summary>
    public static IEnumerable<string> Of(Definition definition) => definition is Prompt prompt
        ? new[] { prompt.Model?.Value, prompt.Agent?.Value }
            .Concat(prompt.Metadata.Select(entry => (string?)entry.Text.Value))
            .OfType<string>()
            .SelectMany(Placeholders.Names)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
        : [];
}
