using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>Checks what a stack requires of what it serves; not part of the plan. No comment in a definition suppresses
/// these errors: an exemption is made in the stack's file, where it is reviewed.</summary>
public static class RequirementChecks
{
    /// <summary>What breaks the stack's requirements, and the problems of the requirements themselves.</summary>
    /// <param name="plan">The stack.</param>
    /// <param name="project">The project, with the known history of its files.</param>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="day">The day and the occasion: a rollback is never prevented.</param>
    public static IEnumerable<Diagnostic> Of(Plan plan, Project project, StackSettings settings, ModelDay day)
    {
        var exempt = settings.Require.Exempt.Select(name => name.Name.Value).ToHashSet(StringComparer.Ordinal);
        var rules = new RequirementRules(settings, day.Day);
        Definition[] served =
        [
            .. plan.Prompts.Select(prompt => prompt.LiveContent),
            .. plan.Flows.Select(flow => flow.Flow),
        ];
        var broken = served
            .Where(definition => !exempt.Contains(definition.Name))
            .SelectMany(definition => rules.OfDefinition(definition)
                .Concat(rules.OfAgents(definition))
                .Concat(definition is Flow flow ? rules.OfNodes(flow) : [])
                .Concat(Trials.Of(definition.Name, project, settings))
                .Select(problem => (definition.Name, Problem: problem)))
            .Concat(NamedModel.Of(plan.Prompts, plan.Flows)
                .Where(model => model.IsLive && !exempt.Contains(model.Owner))
                .SelectMany(model => rules.OfModel(model).Select(problem => (Name: model.Owner, Problem: problem))));
        return broken
            .Select(found => day.Occasion is ModelOccasion.Rollback || IsRolledBack(found.Name, settings)
                ? found.Problem with { Severity = Severity.Warning }
                : found.Problem)
            .Concat(Rules(project, settings));
    }

    /// <summary>Whether a newer release is kept: the live one is then live because of a rollback.</summary>
    private static bool IsRolledBack(string name, StackSettings settings) =>
        settings.Live.GetValueOrDefault(name) is Target.Pinned pinned && pinned.Kept[^1] != pinned.Live;

    private static IEnumerable<Diagnostic> Rules(Project project, StackSettings settings)
    {
        string[] names =
        [
            .. project.Catalog.Definitions.Keys.Union(project.Releases.ByName.Keys, StringComparer.Ordinal),
        ];
        var strangers =
            from exempt in settings.Require.Exempt
            where !names.Contains(exempt.Name.Value) && !project.Catalog.Broken.Contains(exempt.Name.Value)
            select Problems.UnknownExemption(
                exempt.Name.At, exempt.Name.Value, DidYouMean.Advice(exempt.Name.Value, names));
        string[] others = [.. project.Stacks.Keys.Where(stack => stack != settings.Stack)];
        return settings.Require.TriedIn is { } tried && !others.Contains(tried.Value)
            ? strangers.Append(Problems.NoStackToTryIn(tried.At, tried.Value, DidYouMean.Advice(tried.Value, others)))
            : strangers;
    }
}
