using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>Checks the experiments of a stack.</summary>
internal static class ExperimentRules
{
    /// <summary>Arms must be kept, the control must be live, and all arms must take the same inputs (PRM585 to
    /// PRM588).</summary>
    /// <param name="prompts">The prompts of the stack.</param>
    /// <param name="flows">The flows of the stack.</param>
    /// <param name="missing">Names that the stack asks for but does not get, which has been reported.</param>
    /// <param name="settings">The stack.</param>
    public static IEnumerable<Diagnostic> Check(
        ImmutableArray<PromptDeployment> prompts,
        ImmutableArray<FlowDeployment> flows,
        ImmutableHashSet<string> missing,
        StackSettings settings) =>
        from experiment in settings.Experiments.Values
        where !missing.Contains(experiment.Name)
            && !(settings.IsDoubtful && !settings.Live.ContainsKey(experiment.Name))
        from problem in settings.Live.GetValueOrDefault(experiment.Name) is not Target.Pinned target
            ? [Problems.ExperimentIsNotPinned(experiment.At, experiment.Name, settings.Stack)]
            : AreKept(experiment, target).ToArray() is { Length: > 0 } problems ? problems
            : TakeTheSame(experiment, prompts, flows)
        select problem;

    /// <summary>Between two revisions no unit may move to another arm (PRM589), and few should drop out
    /// (PRM590).</summary>
    public static IEnumerable<Diagnostic> Step(StackSettings? before, StackSettings after) =>
        from now in after.Experiments.Values
        let was = before?.Experiments.GetValueOrDefault(now.Name)
        where was?.Key == now.Key
        from problem in !now.DealsAs(was) ? [Problems.DealtAnew(now.At, now.Key)]
            : now.Coverage < was.Coverage && now.Coverage > 0 ? new[]
            {
                Problems.CoverageLowered(
                    now.At, now.Key, Percentage.Text(was.Coverage), Percentage.Text(now.Coverage)),
            }
            : []
        select problem;

    private static IEnumerable<Diagnostic> AreKept(Experiment experiment, Target.Pinned target)
    {
        foreach (var arm in experiment.Arms.Where(arm => !target.Kept.Contains(arm.Release)).OrderBy(arm => arm.At))
        {
            yield return Problems.ArmIsNotKept(arm.At, arm.Key, arm.Release, experiment.Name);
        }

        // In JSON, as in Pulumi's Config, all arms have the same place, and any of them may be the first.
        var first = experiment.Arms.Min(arm => arm.At);
        if (!experiment.Arms.Any(arm => arm.At == first && arm.Release == target.Live))
        {
            var stated = experiment.Arms.First(arm => arm.At == first);
            yield return Problems.ControlIsNotLive(
                stated.At, stated.Key, stated.Release, experiment.Name, target.Live);
        }
    }

    private static IEnumerable<Diagnostic> TakeTheSame(
        Experiment experiment, ImmutableArray<PromptDeployment> prompts, ImmutableArray<FlowDeployment> flows)
    {
        var prompt = prompts.FirstOrDefault(prompt => prompt.Name == experiment.Name);
        var flow = flows.FirstOrDefault(flow => flow.Name == experiment.Name);
        Definition? Of(ExperimentArm arm) => (Definition?)prompt?.ContentOf(arm.Release)
            ?? (arm.Release == flow?.Release ? flow.Flow : flow?.Arms.FirstOrDefault(one => one.Key == arm.Key)?.Flow);
        var control = Of(experiment.Arms[0]) is { } live ? Takes(live) : null;
        return
            from arm in experiment.Arms.Skip(1)
            let takes = Of(arm) is { } content ? Takes(content) : control
            where takes != control
            select Problems.ArmsTakeOtherInputs(arm.At, arm.Key, takes, control!);
    }

    private static string Takes(Definition definition) => definition switch
    {
        Prompt { Variables.IsEmpty: true } => "no variables",
        Prompt prompt => Names(prompt.Variables.Select(variable => variable.Name.Value)),
        Flow flow => "document at " + Names(flow.Body.AllNodes
            .Where(node => node.Configuration is NodeConfiguration.Input)
            .Select(node => node.Name.Value)),
        _ => throw new UnreachableException(),
    };

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
