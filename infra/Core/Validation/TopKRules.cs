using System.Collections.Immutable;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Models;
using Infra.Values;

namespace Infra.Validation;

/// <summary>Checks topK, which each model spells in its own way.</summary>
public static class TopKRules
{
    /// <summary>The model's spelling of topK must be known, the model must accept it, and it must be given once
    /// (PRM049, PRM050, PRM051).</summary>
    public static IEnumerable<Diagnostic> Check(Prompt prompt)
    {
        if (prompt.Inference?.TopK is not { } topK || (prompt.Model is null && prompt.Doubtful.Contains("model")))
        {
            return [];
        }

        return prompt.Model is not { } model || ModelCatalog.Known.Of(model.Value)?.Parameters.TopK is not { } known
            ? [Problems.TopKSpellingUnknown(topK.At)]
            : !known.IsTaken
                ? [Problems.TopKNotTaken(topK.At, model.Value)]
                : Says(prompt.AdditionalModelRequestFields?.Value, known.Path)
                    ? [Problems.TopKTwice(topK.At, string.Join('.', known.Path))]
                    : [];
    }

    private static bool Says(Value? fields, ImmutableArray<string> path)
    {
        foreach (var key in path)
        {
            fields = (fields as Value.Map)?[key];
        }

        return fields is not null;
    }
}
