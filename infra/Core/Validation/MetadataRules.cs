using Infra.Definitions.Prompts;
using Infra.Diagnostics;

namespace Infra.Validation;

/// <summary>Checks metadata.</summary>
public static class MetadataRules
{
    /// <summary>AWS must accept the metadata (PRM021, PRM022, PRM025, PRM030).</summary>
    public static IEnumerable<Diagnostic> Check(Prompt prompt) =>
    [
        .. TextRules.AreFew(prompt.Metadata, entry => entry.Name.At, "metadata entries", Limits.Metadata),
        .. prompt.Metadata.SelectMany(entry => LabelRules.Check(entry, least: 1, Limits.MetadataValue)),
    ];
}
