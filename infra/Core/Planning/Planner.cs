using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>The one idea: definitions and a stack's settings in, a list of declared resources out.</summary>
public static class Planner
{
    /// <summary>What a stack declares; what is wrong with it is reported.</summary>
    public static Checked<Plan> Plan(Project project, StackSettings settings)
    {
        var report = new List<Diagnostic>();
        var prompts = Deployments.Of(project, settings, report);
        var resources = prompts.SelectMany(prompt => PromptResources.Of(prompt, settings)).ToImmutableArray();
        report.AddRange(PlanRules.Check(resources, project, settings));
        report.AddRange(AccessRules.Check(prompts, settings));
        var plan = new Plan
        {
            Stack = settings.Stack,
            Resources = resources,
            Aliases = [.. prompts.Select(prompt => PromptResources.Output(prompt, settings))],
            Policies = [.. prompts.Select(prompt =>
                new DeclaredPolicy(prompt.Name, new Values.Value.Ref(CallerAccess.PolicyName(prompt.Name), "PolicyArn")))],
        };
        return new(plan, report.InFileOrder());
    }
}
