using Infra.Definitions;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Models;
using Infra.Planning;
using Infra.Smoke.Cases;

namespace Infra.Smoke.Rubrics;

/// <summary>Finds models that would judge their own answers.</summary>
public static class JudgesOfThemselves
{
    /// <summary>Whether two ids or ARNs refer to the same model, through any profile.</summary>
    public static bool IsSame(ModelCatalog models, string judge, string tested) =>
        judge == tested || (models.Of(judge) is { } known && known.Id == models.Of(tested)?.Id);

    /// <summary>The judges in a project that are the model they judge, without duplicates (PRM682).</summary>
    internal static IEnumerable<Diagnostic> In(Project project, IEnumerable<Definition> definitions)
    {
        var judges =
            from prompt in definitions.OfType<Prompt>()
            where prompt.Model is not null
            from test in SmokeCaseReader.Read(prompt, _ => null, [])
            where !RubricChecks.Of(test.Expectations).IsEmpty
            from judge in Judges(project, prompt, test)
            where IsSame(judge.Models, judge.Model.Value, prompt.Model!.Value)
            select Problems.JudgeIsTested(judge.Model.At, judge.Model.Value);
        return judges.Distinct();
    }

    /// <summary>The judge of the case, or the judges of the stacks that serve the prompt.</summary>
    private static IEnumerable<(Located<string> Model, ModelCatalog Models)> Judges(
        Project project, Prompt prompt, SmokeCase test) => test.Judge?.Model is { } own
            ? [(own, ModelCatalog.Known)]
            :
            from stack in project.Stacks.Values
            where stack.Judge?.Model is not null && stack.TargetOf(prompt.Name) is not null
            select (stack.Judge!.Model!, stack.Models);
}
