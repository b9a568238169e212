using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>The one idea: definitions and a stack's settings in, a list of declared resources out.</summary>
public static class Planner
{
    /// <summary>What a stack declares; what is wrong with it is reported.</summary>
    public static Checked<Plan> Plan(Catalog catalog, StackSettings settings)
    {
        var report = new List<Diagnostic>();
        var prompts = Deployments(catalog, settings, report);
        var resources = prompts.SelectMany(prompt => PromptResources.Of(prompt, settings)).ToImmutableArray();
        report.AddRange(PlanRules.Check(resources, catalog, settings));
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

    private static ImmutableArray<PromptDeployment> Deployments(
        Catalog catalog, StackSettings settings, List<Diagnostic> report)
    {
        var placeholders = new Placeholders(settings.Stack, settings.Values);
        var deployments = ImmutableArray.CreateBuilder<PromptDeployment>();
        foreach (var prompt in catalog.Prompts)
        {
            switch (settings.TargetOf(prompt.Name))
            {
                case Target.Draft:
                    deployments.Add(new(placeholders.Resolve(prompt, report), [], Live: null));
                    break;
                case { } target:
                    report.Add(Problems.NoSuchRelease(target.At, prompt.Name));
                    break;
                default:
                    break;
            }
        }

        return deployments.DrainToImmutable();
    }
}
