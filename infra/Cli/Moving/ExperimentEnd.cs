using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Settings;
using Infra.Workspace;

namespace Infra.Cli.Moving;

/// <summary>Ends an experiment: its entry is removed and, if an arm won, that arm becomes live in the same
/// edit.</summary>
internal static class ExperimentEnd
{
    /// <summary>The experiment on a name.</summary>
    /// <exception cref="Failure">There is none.</exception>
    public static Experiment Running(StackSettings settings, string name) =>
        settings.Experiments.GetValueOrDefault(name) ?? throw new Failure(
            $"Stack {settings.Stack} has no experiment on '{name}'. "
            + (settings.Experiments.IsEmpty
                ? $"Start one in {settings.At.File}, under bedrock-prompts:experiments."
                : DidYouMean.Advice(name, [.. settings.Experiments.Keys])));

    /// <summary>Edits the stack's file.</summary>
    /// <exception cref="Failure">There is no such experiment or arm.</exception>
    public static int Run(Host host, string folder, string stack, string name, string? winner)
    {
        var before = MovingStack.Read(host, folder, stack, new(host.Today));
        if (before.FileProblems() is var problems && problems.HasErrors())
        {
            return host.Report(problems);
        }

        var experiment = Running(before.Settings, name);
        var wins = Arm(experiment, winner);
        var ended = before.Without(experiment);
        if (!ended.IsSound)
        {
            return host.Report(ended.Diagnostics);
        }

        var after = wins.Release == experiment.Arms[0].Release ? ended : Promoted(ended.Value, name, wins.Release);
        if (after.IsSound)
        {
            before.Become(after.Value, host);
        }

        return host.Report(after.Diagnostics);
    }

    private static Checked<MovingStack> Promoted(MovingStack ended, string name, int release) =>
        MovingStack.Promoted(
            ended.Move([(name, Moves.Promote(ended.Target(name), release, served: null, ended.Settings.Retain))]),
            [name]);

    /// <summary>The winning arm; without one, the live release stays.</summary>
    private static ExperimentArm Arm(Experiment experiment, string? winner) =>
        experiment.Arms.FirstOrDefault(arm => winner is null || arm.Key == winner) ?? throw new Failure(
            $"{experiment.Key} has no arm '{winner}'. "
            + DidYouMean.Advice(winner!, [.. experiment.Arms.Select(arm => arm.Key)]));
}
