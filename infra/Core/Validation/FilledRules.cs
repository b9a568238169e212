using System.Diagnostics;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Validation.Flows;

namespace Infra.Validation;

/// <summary>Checks a stack's values where definitions use them: a filled-in text must follow the same rules as a
/// written one.</summary>
public static class FilledRules
{
    /// <summary>The problems of a stack's values where a definition uses them, reported at the values
    /// (PRM473).</summary>
    /// <param name="written">The definition as written.</param>
    /// <param name="filled">The same definition with the stack's values filled in.</param>
    /// <param name="values">The stack's values.</param>
    public static IEnumerable<Diagnostic> Check(Definition written, Definition filled, Placeholders values)
    {
        var open = Placeholders.TextsIn(written)
            .Select(text => (text.At, Filling: values.FirstIn(text.Value)))
            .Where(text => text.Filling is not null)
            .GroupBy(text => text.At, text => text.Filling!.Value)
            .ToDictionary(use => use.Key, use => use.First());
        return open.Count == 0 ? [] :
            from problem in About(filled)
            where open.ContainsKey(problem.At)
            let filling = open[problem.At]
            select Problems.ValueDoesNotFit(
                filling.Value.At, filling.Name, $"{problem.At}", $"{problem.Code}: {problem.Message}");
    }

    private static IEnumerable<Diagnostic> About(Definition filled) => filled switch
    {
        Prompt prompt =>
            [.. ModelRules.Check(prompt), .. MetadataRules.Check(prompt), .. DefinitionRules.TagsAreTaken(prompt)],
        Flow flow => [.. flow.Body.AllNodes.SelectMany(FlowNodeRules.Check), .. DefinitionRules.TagsAreTaken(flow)],
        _ => throw new UnreachableException(),
    };
}
