using Infra.Definitions;
using Infra.Definitions.Prompts;

namespace Infra.Rendering;

/// <summary>Finds the values of a stack that a definition depends on.</summary>
public static class PlaceholderUse
{
    /// <summary>The names in what a definition deploys, each once; tags are left out, since they are not part of a
    /// release's content.</summary>
    public static IEnumerable<string> Of(Definition definition) => definition is Prompt prompt
        ? new[] { prompt.Model?.Value, prompt.Agent?.Value }
            .Concat(prompt.Metadata.Select(entry => (string?)entry.Text.Value))
            .OfType<string>()
            .SelectMany(Placeholders.Names)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
        : [];
}
