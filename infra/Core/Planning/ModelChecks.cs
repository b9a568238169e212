using Infra.Definitions.Flows;
using Infra.Diagnostics;
using Infra.Models;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>What is known of the models that a project calls, on a day. Beside the plan, which knows no day.</summary>
public static class ModelChecks
{
    /// <summary>What is to say about the models of a stack.</summary>
    public static IEnumerable<Diagnostic> Of(Plan plan, StackSettings settings, ModelDay day)
    {
        var rules = Rules(settings, day);
        return rules.Check(NamedModel.Of(plan.Prompts, plan.Flows))
            .Concat(Agents(plan, day))
            .Concat(plan.Prompts.IsEmpty ? [] : rules.DataIsFresh(settings.At));
    }

    /// <summary>What is to say about the models of working files that no stack serves as they are.</summary>
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

    /// <summary>Promotions to a release whose model has ended.</summary>
    /// <param name="plan">The stack after the promotions.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="day">The day.</param>
    /// <param name="promoted">The names that are promoted.</param>
    public static IEnumerable<Diagnostic> Promotions(
        Plan plan, StackSettings settings, DateOnly day, IReadOnlyCollection<string> promoted) =>
        Rules(settings, new(day)).Promoted(NamedModel.Of(plan.Prompts, plan.Flows)
            .Where(served => served.IsLive && promoted.Contains(served.Owner)));

    /// <summary>The names whose callers get a newer release than before, or one for the first time.</summary>
    public static IEnumerable<string> Promoted(Plan? before, Plan after)
    {
        var was = (before?.Aliases ?? []).ToDictionary(alias => alias.Owner, StringComparer.Ordinal);
        return
            from alias in after.Aliases
            where alias.Release is not null && (was.GetValueOrDefault(alias.Owner)?.Release is not { } release
                || alias.Release > release)
            select alias.Owner;
    }

    /// <summary>Of what is said in every place, the first is enough.</summary>
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
