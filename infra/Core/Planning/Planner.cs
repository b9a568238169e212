using System.Collections.Immutable;
using Infra.Diagnostics;
using Infra.Planning.Access;
using Infra.Planning.Watching;
using Infra.Settings;
using Infra.Values;

namespace Infra.Planning;

/// <summary>Makes the plan of a stack from definitions, releases and settings.</summary>
public static class Planner
{
    /// <summary>The plan of a stack; problems are reported.</summary>
    public static Checked<Plan> Plan(Project project, StackSettings settings)
    {
        var report = new List<Diagnostic>();
        var (prompts, flows, missing) = Deployments.Of(project, settings, report);
        var byName = prompts.ToDictionary(prompt => prompt.Name, StringComparer.Ordinal);
        var ofFlows = new FlowResources(byName, settings);
        var watched = prompts.Select(prompt => Watched.Of(prompt, settings))
            .Concat(flows.Select(flow => Watched.Of(flow, settings)))
            .ToImmutableArray();
        var resources = Concurrently.Map(prompts, prompt => PromptResources.Of(prompt, settings))
            .Concat(Concurrently.Map(flows, ofFlows.Of))
            .SelectMany(owned => owned)
            .Concat(StackWatch.Of(prompts, flows, watched, settings))
            .ToImmutableArray();
        report.AddRange(PlanRules.Check(resources, project, settings));
        report.AddRange(PlanRules.KeptAreOneKind(prompts, settings));
        report.AddRange(ExperimentRules.Check(prompts, flows, missing, settings));
        report.AddRange(WatchRules.Check(watched, missing, settings));
        report.AddRange(AccessRules.Check(prompts, settings));
        report.AddRange(MeasuredModels.Quota([.. prompts.SelectMany(prompt => prompt.Profiles)], settings));
        report.AddRange(flows.SelectMany(flow => FlowPlanRules.Check(
            flow, byName, settings, name => project.Knows(name) && !missing.Contains(name) && !settings.IsDoubtful)));
        report.AddRange(flows.SelectMany(flow => FlowPairing.Check(flow, byName, project.Releases, settings)));
        var plan = new Plan
        {
            Stack = settings.Stack,
            Resources = resources,
            Aliases =
            [
                .. prompts.Select(prompt => PromptResources.Output(prompt, settings)),
                .. flows.Select(ofFlows.Output),
            ],
            Prompts = prompts,
            Flows = flows,
            Profiles = [.. prompts.SelectMany(prompt => prompt.Profiles)],
            Unmeasured = [.. UnmeasuredUse.Of(prompts, flows, settings)],
            Experiments =
            [
                .. prompts.Select(prompt => prompt.Experiment)
                    .Concat(flows.Select(flow => flow.Experiment))
                    .OfType<Experiment>(),
            ],
            Policies =
            [
                .. prompts.Select(prompt => prompt.Name).Concat(flows.Select(flow => flow.Name)).Select(Policy),
            ],
        };
        return new(plan, report.InFileOrder());
    }

    private static DeclaredPolicy Policy(string owner) =>
        new(owner, new Value.Ref(CallerAccess.PolicyName(owner), "PolicyArn"));
}
