using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Settings;
using Infra.Smoke;

namespace Infra.Workspace;

/// <summary>Collects the problems that every part of Core finds in a project.</summary>
public static class ProjectChecks
{
    /// <summary>All problems, in file order, without the warnings that files suppress.</summary>
    public static ImmutableArray<Diagnostic> All(Checked<Project> project, DateOnly day) =>
        All(project, day, out _);

    /// <summary>The same, and the plans of all stacks, in ordinal order.</summary>
    public static ImmutableArray<Diagnostic> All(
        Checked<Project> project, DateOnly day, out ImmutableArray<Plan> planned)
    {
        var (catalog, _, stacks) = project.Value!;
        var asked = new ModelDay(day, ModelOccasion.Validate);
        var plans = stacks.Values
            .Select(stack => (Settings: stack, Plan: Planner.Plan(project.Value!, stack)))
            .ToArray();
        planned = [.. plans.Select(stack => stack.Plan.Value!)];
        return Finish(catalog.Tree,
        [
            .. project.Diagnostics,
            .. plans.SelectMany(stack => stack.Plan.Diagnostics),
            .. plans.SelectMany(stack => ModelChecks.Of(stack.Plan.Value!, stack.Settings, asked)),
            .. plans.SelectMany(stack =>
                RequirementChecks.Of(stack.Plan.Value!, project.Value!, stack.Settings, asked)),
            .. ModelChecks.Unserved(project.Value!, plans.Select(stack => stack.Plan.Value!), asked),
            .. SmokeChecks.Check(project.Value!),
        ]);
    }

    /// <summary>The plan of a stack, and the problems of what it serves.</summary>
    /// <param name="project">The project.</param>
    /// <param name="stack">The stack.</param>
    /// <param name="day">The day on which models are checked; null to leave that out.</param>
    public static Checked<Plan> Plan(Checked<Project> project, string stack, ModelDay? day)
    {
        var settings = Settings(project.Value!, stack);
        var plan = PlanOf(project, new Checked<StackSettings>(settings, []), day);
        return plan with { Diagnostics = [.. plan.Diagnostics.Select(Weighed)] };

        Diagnostic Weighed(Diagnostic found) => IsUnseen(found) && found.At.File == settings.At.File
            ? found with { Severity = Severity.Error }
            : found;
    }

    /// <summary>The same with settings from Pulumi: these are complete, and problems that are also found in the stack's
    /// file are reported once, at its line. They have no lines, so a comment anywhere in that file allows a
    /// warning.</summary>
    public static Checked<Plan> Plan(Checked<Project> project, Checked<StackSettings> settings, ModelDay? day)
    {
        var (plan, start) = (PlanOf(project, settings, day), settings.Value!.At);
        var said = plan.Diagnostics
            .Where(found => found.At.File == start.File && found.At != start)
            .Select(found => (found.Code, found.Message))
            .ToHashSet();
        return plan with
        {
            Diagnostics =
            [
                .. plan.Diagnostics.Where(found =>
                    !IsUnseen(found) && (found.At != start || !IsSaidOrAllowed(found))),
            ],
        };

        bool IsSaidOrAllowed(Diagnostic found) => said.Contains((found.Code, found.Message))
            || Suppressions.AllowSomewhere(project.Value!.Catalog.Tree, found);
    }

    private static bool IsUnseen(Diagnostic found) => found.Code == Problems.EnvironmentNotSeen(default).Code;

    private static Checked<Plan> PlanOf(Checked<Project> project, Checked<StackSettings> settings, ModelDay? day)
    {
        var plan = Planner.Plan(project.Value!, settings.Value!);
        return new(plan.Value, Finish(project.Value!.Catalog.Tree,
        [
            .. ServedFiles.Weigh(project.Diagnostics, project.Value, settings.Value!),
            .. settings.Diagnostics,
            .. plan.Diagnostics,
            .. day is { } asked
                ? ModelChecks.Of(plan.Value!, settings.Value!, asked)
                    .Concat(RequirementChecks.Of(plan.Value!, project.Value, settings.Value!, asked))
                : [],
        ]));
    }

    /// <summary>The settings of a stack.</summary>
    /// <exception cref="Failure">There is no such stack.</exception>
    public static StackSettings Settings(Project project, string stack) =>
        project.Stacks.TryGetValue(stack, out var settings)
            ? settings
            : throw new Failure($"There is no stack '{stack}': Pulumi.{stack}.yaml does not exist. "
                + DidYouMean.Advice(stack, [.. project.Stacks.Keys]));

    /// <summary>The problems of definitions and releases that do not depend on a stack.</summary>
    public static ImmutableArray<Diagnostic> Definitions(Checked<Project> project) =>
        Finish(project.Value!.Catalog.Tree, [.. project.Diagnostics]);

    /// <summary>The problems of the step from a revision to the working tree.</summary>
    public static ImmutableArray<Diagnostic> Step(
        (Project Project, Plan? Plan) before, (Project Project, Plan Plan) after, string stack, DateOnly day)
    {
        var settings = after.Project.Stacks[stack];
        var deployed = (before.Plan?.Resources ?? [])
            .Select(resource => resource.Name)
            .ToHashSet(StringComparer.Ordinal);
        string[] promoted = [.. ModelChecks.Promoted(before.Plan, after.Plan)];
        return
        [
            .. new[]
                {
                    StepRules.Check(before.Project, after.Project, settings),
                    VersionCuts.Check(
                        after.Plan,
                        name => settings.Live.GetValueOrDefault(name)?.At ?? settings.At,
                        deployed.Contains),
                    before.Plan is null ? [] : StepPlanRules.Check(before.Plan, after.Plan, settings.At),
                    ModelChecks.Promotions(after.Plan, settings, day, promoted),
                }
                .SelectMany(problems => problems)
                .InFileOrder(),
        ];
    }

    private static ImmutableArray<Diagnostic> Finish(ISourceTree tree, ImmutableArray<Diagnostic> diagnostics) =>
        [.. ModelChecks.Once(Suppressions.Apply(tree, diagnostics.InFileOrder()))];
}
