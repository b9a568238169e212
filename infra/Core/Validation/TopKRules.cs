using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Validation;

/// <summary>topK, which each family of models spells its own way.</summary>
public static class TopKRules
{
    /// <summary>The model's family is known, has topK, and is told it once (PRM049, PRM050, PRM051).</summary>
    public static IEnumerable<Diagnostic> Check(Prompt prompt)
    {
        if (prompt.Inference?.TopK is not { } topK || (prompt.Model is null && prompt.Doubtful.Contains("model")))
        {
            return [];
        }

        return prompt.Model is not { } model || ModelFamily.Of(model.Value) is not { } family
            ? [Problems.TopKFamilyUnknown(topK.At)]
            : family.TopKPath.IsEmpty
                ? [Problems.TopKNotTaken(topK.At, family.Name)]
                : Says(prompt.AdditionalModelRequestFields?.Value, family)
                    ? [Problems.TopKTwice(topK.At, string.Join('.', family.TopKPath))]
                    : [];
    }

    private static bool Says(Value? fields, ModelFamily family)
    {
        foreach (var key in family.TopKPath)
        {
            fields = (fields as Value.Map)?[key];
        }

        return fields is not null;
    }
}
