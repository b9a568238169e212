using Infra.Definitions.Flows;
using Infra.Diagnostics;
using Infra.Models;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>Checks the models that a project calls, on a given day. Separate from the plan, which does not depend on
/// the day.</summary>
public static class ModelChecks
{
    /// <summary>The problems of models in a stack.</summary>
    public static IEnumerable<Diagnostic> Of(Plan plan, StackSettings settings, ModelDay day)
    {
        var rules = Rules(settings, day);
        return rules.Check(NamedModel.Of(plan.Prompts, plan.Flows))
            .Concat(Agents(plan, day))
            .Concat(plan.Prompts.IsEmpty ? [] : rules.DataIsFresh(settings.At));
    }

    /// <summary>The problems of models in working files that no stack serves.</summary>
    public static IEnumerable<Diagnostic> Unserved(Project project, IEnumerable<Plan> plans, ModelDay day)
    {
        var served = plans
            .SelectMany(plan => plan.Prompts.Where(prompt => prompt.Live is null).Select(prompt => prompt.Name)
                .Concat(plan.Flows.Where(flow => flow.Release is null).Select(flow => flow.Name)))
            .ToHashSet(StringComparer.Ordinal);
        return new NamedModelRules(ModelCatalog.Known, region: null, [], day).Check(
            project.Catalog.Definitions.Values
                .Where(definition => !served.Contains(definition.Name))
                .SelectMany(NamedModel.Of));
    }

    /// <summary>Reports promotions of a release whose model has been shut down.</summary>
    /// <param name="plan">The stack after the promotions.</param>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="day">The day.</param>
    /// <param name="promoted">The names that are promoted.</param>
    public static IEnumerable<Diagnostic> Promotions(
        Plan plan, StackSettings settings, DateOnly day, IReadOnlyCollection<string> promoted) =>
        Rules(settings, new(day)).Promoted(NamedModel.Of(plan.Prompts, plan.Flows)
            .Where(served => served.IsLive && promoted.Contains(served.Owner)));

    /// <summary>The names whose callers get a newer release than before, or their first.</summary>
    public static IEnumerable<string> Promoted(Plan? before, Plan after)
    {
        var was = (before?.Aliases ?? []).ToDictionary(alias => alias.Owner, StringComparer.Ordinal);
        return
            from alias in after.Aliases
            where alias.Release is not null && (was.GetValueOrDefault(alias.Owner)?.Release is not { } release
                || alias.Release > release)
            select alias.Owner;
    }

    /// <summary>Of problems that are the same in several places, only the first.</summary>
    public static IEnumerable<Diagnostic> Once(IEnumerable<Diagnostic> problems) =>
        problems.DistinctBy(problem => (
            problem.Code is "PRM418" or "PRM419" or "PRM420" ? default : problem.At, problem.Code, problem.Message));

    private static NamedModelRules Rules(StackSettings settings, ModelDay day) =>
        new(settings.Models, settings.Region, [.. settings.InferenceProfiles.Keys], day);

    private static IEnumerable<Diagnostic> Agents(Plan plan, ModelDay day)
    {
        if (day.Day < NamedModelRules.AgentsClosed)
        {
            return [];
        }

        var prompts = plan.Prompts.Select(prompt => prompt.LiveContent.Agent).OfType<Located<string>>();
        var nodes = plan.Flows.SelectMany(flow => flow.Flow.Body.AllNodes)
            .Select(node => (node.Configuration as NodeConfiguration.Agent)?.AgentAliasArn)
            .OfType<Located<string>>();
        return prompts.Concat(nodes).Select(agent => Problems.AgentsAreClosed(agent.At));
    }
}
