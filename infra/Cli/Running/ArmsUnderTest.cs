using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Aws;
using Infra.Planning;
using Infra.Settings;
using Infra.Smoke.Cases;
using Infra.Workspace;

namespace Infra.Cli.Running;

/// <summary>Arms of an experiment as stacks to be tested: each is like the stack, but with the arm's release
/// live.</summary>
internal static class ArmsUnderTest
{
    /// <summary>Each arm other than the control, with its cases.</summary>
    /// <param name="project">The project.</param>
    /// <param name="tested">The stack, with its aliases resolved.</param>
    /// <param name="selection">The cases to select.</param>
    /// <param name="options">The options, with the timeout for reading.</param>
    /// <param name="host">The console's surroundings.</param>
    /// <param name="stop">Cancels.</param>
    public static async Task<ImmutableArray<(StackUnderTest Arm, SmokePlan Plan)>> Of(
        Project project,
        StackUnderTest tested,
        SmokeSelection selection,
        SmokeOptions options,
        Host host,
        CancellationToken stop)
    {
        if (tested.Plan.Experiments.IsEmpty)
        {
            return [];
        }

        var read = await new Attempts(host.Clock).Make(
            token => AliasParameters.Read(
                tested.Aws,
                tested.Settings.ParameterPath,
                tested.Plan.Experiments.Select(experiment => experiment.Name),
                AliasParameter.Experiment,
                token),
            options.Timeout, stop).ConfigureAwait(false);
        var parameters = read.Outcome is AwsOutcome<ImmutableSortedDictionary<string, string>>.Answered found
            ? found.Value
            : throw new Failure($"The experiments of '{tested.Stack}' cannot be read.");
        return
        [
            .. from experiment in tested.Plan.Experiments
               from arm in experiment.Arms.Skip(1)
               let view = View(project, tested, experiment, arm, parameters.GetValueOrDefault(experiment.Name))
               select (view, Plan(project, view, arm, experiment.Name, selection)),
        ];
    }

    private static StackUnderTest View(
        Project project, StackUnderTest tested, Experiment experiment, ExperimentArm arm, string? parameter)
    {
        var target = (Target.Pinned)tested.Settings.Live[experiment.Name];
        var settings = tested.Settings with
        {
            Live = tested.Settings.Live.SetItem(experiment.Name, target with { Live = arm.Release }),
            Experiments = tested.Settings.Experiments.Remove(experiment.Name),
        };
        var plan = Planner.Plan(project, settings).Value!;
        return tested with
        {
            Settings = settings,
            Plan = plan,
            Expected = new(plan),
            Targets =
            [
                .. tested.Targets.Select(one => one.Name != experiment.Name ? one : one with
                {
                    Release = arm.Release,
                    Arn = Arn(parameter, arm.Key),
                    Version = null,
                    Parameter = AliasParameter.ExperimentPath(experiment.Name, settings),
                    Digest = project.Releases[experiment.Name, arm.Release]?.Digest.Value,
                }),
            ],
        };
    }

    private static SmokePlan Plan(
        Project project, StackUnderTest view, ExperimentArm arm, string name, SmokeSelection selection) => new(
        [
            .. (SmokePlan.Of(project, view.Targets, SmokeSelection.All).Value?.Cases ?? [])
                .Where(planned => planned.Target.Name == name)
                .Select(planned => planned with
                {
                    Case = planned.Case with
                    {
                        Name = planned.Case.Name.With($"{planned.Case.Name.Value} [arm {arm.Key}]"),
                    },
                })
                .Where(planned => selection.Includes(planned.Case)),
        ]);

    /// <summary>The ARN for an arm in the experiment's parameter; empty if there is none.</summary>
    private static string Arn(string? parameter, string arm)
    {
        try
        {
            using var json = JsonDocument.Parse(parameter ?? "{}");
            return json.RootElement.GetProperty("arms").EnumerateArray()
                .Where(one => one.GetProperty("key").GetString() == arm)
                .Select(one => one.GetProperty("arn").GetString())
                .FirstOrDefault() ?? "";
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }
}
