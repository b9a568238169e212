using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Planning;

namespace Infra.Cli;

/// <summary>Collects what every part of Core has to say about a project.</summary>
internal static class ProjectChecks
{
    /// <summary>Everything that is wrong anywhere, in file order, without the warnings that files allow.</summary>
    public static ImmutableArray<Diagnostic> All(Checked<Project> project)
    {
        var (catalog, _, stacks) = project.Value!;
        return Finish(catalog.Tree,
        [
            .. project.Diagnostics,
            .. stacks.Values.SelectMany(stack => Planner.Plan(project.Value!, stack).Diagnostics),
        ]);
    }

    /// <summary>What is wrong with the definitions and with one stack; null for the plan when it must not be used.</summary>
    public static Checked<Plan> Plan(Checked<Project> project, string stack)
    {
        var (catalog, _, stacks) = project.Value!;
        if (!stacks.TryGetValue(stack, out var settings))
        {
            throw new Failure($"There is no stack '{stack}': Pulumi.{stack}.yaml does not exist. "
                + DidYouMean.Advice(stack, [.. stacks.Keys]));
        }

        var plan = Planner.Plan(project.Value!, settings);
        return new(plan.Value, Finish(catalog.Tree, [.. project.Diagnostics, .. plan.Diagnostics]));
    }

    /// <summary>What is wrong with the definitions and releases, whatever the stacks make of them.</summary>
    public static ImmutableArray<Diagnostic> Definitions(Checked<Project> project) =>
        Finish(project.Value!.Catalog.Tree, [.. project.Diagnostics]);

    private static ImmutableArray<Diagnostic> Finish(ISourceTree tree, ImmutableArray<Diagnostic> diagnostics) =>
        Suppressions.Apply(tree, diagnostics.InFileOrder());
}
