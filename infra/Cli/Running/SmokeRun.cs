using System.Collections.Immutable;
using Infra.Cli.Aws;
using Infra.Cli.Local;
using Infra.Diagnostics;
using Infra.Local;
using Infra.Planning;
using Infra.Smoke.Cases;
using Infra.Smoke.Recording;
using Infra.Smoke.Reports;
using Infra.Workspace;

namespace Infra.Cli.Running;

/// <summary><c>prompts smoke</c>: runs the cases against what is deployed and reports what is not as
/// expected.</summary>
/// <param name="host">The console's surroundings.</param>
/// <param name="options">The options.</param>
internal sealed class SmokeRun(Host host, SmokeOptions options)
{
    private readonly Attempts _attempts = new(host.Clock);

    /// <summary>Runs the cases, prints and writes their results, and returns the exit code.</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        ReportFiles.Check(options.Outputs);
        if (options.Compare == options.Stack)
        {
            throw new Failure($"--compare {options.Compare}: this is the stack that is tested. Name another one.");
        }

        if (options is { Record: true, Local: true })
        {
            throw new Failure("--record cannot be combined with --local, where no model is called. Leave one of them "
                + "out.");
        }

        if (options is { Record: true, Compare: not null })
        {
            throw new Failure("--record cannot be combined with --compare. Record each stack by itself.");
        }

        var project = host.Read(options.Folder);
        string[] stacks = options.Compare is { } other ? [options.Stack, other] : [options.Stack];
        var plans = stacks.Select(stack => ProjectChecks.Plan(project, stack, new(host.Today))).ToImmutableArray();
        var problems = plans.SelectMany(plan => plan.Diagnostics).Distinct().ToImmutableArray();
        if (problems.HasErrors())
        {
            return host.Report(problems);
        }

        using var earlyEnd = new EarlyEnd(options.Budget, host.Clock, cancel);
        try
        {
            return await Open(project.Value!, [.. plans.Select(plan => plan.Value!)], earlyEnd, cancel)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (earlyEnd.Reason is { } reason && !cancel.IsCancellationRequested)
        {
            throw new Failure($"The run ended early: {reason}.");
        }
    }

    private async Task<int> Open(
        Project project, ImmutableArray<Plan> plans, EarlyEnd earlyEnd, CancellationToken cancel)
    {
        if (!options.Local)
        {
            return await Run(project, [.. plans.Select(plan => OnAws(project, plan))], earlyEnd, cancel)
                .ConfigureAwait(false);
        }

        var session = await LocalSession.Open(options.Folder, new LocalOptions(), earlyEnd.Token).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var note = $"Local Bedrock at {session.Url}: no model is called, the cases' samples answer.";
            await host.Error.WriteLineAsync(note).ConfigureAwait(false);
            return await Run(project, [.. plans.Select(plan => OnLocal(project, plan, session.Url))], earlyEnd, cancel)
                .ConfigureAwait(false);
        }
    }

    private StackUnderTest OnAws(Project project, Plan plan)
    {
        var settings = project.Stacks[plan.Stack];
        var isOther = plan.Stack == options.Compare;
        return StackUnderTest.Of(settings, plan, options.Connection with
        {
            Region = options.Connection.Region ?? settings.Region,
            Profile = isOther ? options.CompareProfile ?? options.Connection.Profile : options.Connection.Profile,
        });
    }

    private static StackUnderTest OnLocal(Project project, Plan plan, Uri url)
    {
        var settings = project.Stacks[plan.Stack];
        var local = AwsConnection.ToLocal(url, settings.Region ?? LocalSession.DefaultRegion);
        return StackUnderTest.Of(settings, plan, local);
    }

    private async Task<int> Run(
        Project project, ImmutableArray<StackUnderTest> stacks, EarlyEnd earlyEnd, CancellationToken cancel)
    {
        try
        {
            var selection = await SelectedCases.Read(options, project, stacks[0].Plan, earlyEnd.Token)
                .ConfigureAwait(false);
            var resolved = ImmutableArray.CreateBuilder<StackUnderTest>();
            foreach (var tested in stacks)
            {
                resolved.Add(await Aliases.Resolve(tested, project, options, host, earlyEnd.Token)
                    .ConfigureAwait(false));
            }

            var cases = SmokePlan.Of(project, resolved[0].Targets, selection);
            var stale = StaleSamples.Of(cases.Value!, options.FailOnStale);
            if (cases.Diagnostics.HasErrors() || stale.HasErrors())
            {
                return host.Report([.. cases.Diagnostics, .. stale]);
            }

            host.Report(options.Record ? [] : stale);

            // A comparison with another stack compares what is live in both.
            var arms = options.Compare is not null ? []
                : await ArmsUnderTest.Of(project, resolved[0], selection, options, host, earlyEnd.Token)
                    .ConfigureAwait(false);
            foreach (var (view, plan) in arms.Prepend((resolved[0], cases.Value!)))
            {
                Costs.RefuseUnknown(options, view, plan);
            }

            var report = await Report(resolved.ToImmutable(), cases.Value!, arms, earlyEnd).ConfigureAwait(false);
            if (options.Record)
            {
                Recorder.Write(host, options.Folder, report.Cases);
            }

            return RunEnding.Finish(report, options, host, cancel.IsCancellationRequested);
        }
        finally
        {
            foreach (var tested in stacks)
            {
                tested.Dispose();
            }
        }
    }

    private async Task<SmokeReport> Report(
        ImmutableArray<StackUnderTest> stacks,
        SmokePlan plan,
        ImmutableArray<(StackUnderTest Arm, SmokePlan Plan)> arms,
        EarlyEnd earlyEnd)
    {
        var (started, ticks) = (host.Clock.GetUtcNow(), host.Clock.GetTimestamp());
        var spending = new Spending(options.MaxCost, earlyEnd);
        var preparation = new Preparation(_attempts, earlyEnd, options, host.Clock)
        {
            Judge = stacks[0].Settings.Judge,
            Asking = new(_attempts, earlyEnd, spending, options.Timeout, options.Local
                ? "there is no judge: the local Bedrock calls no model"
                : null),
        };
        var ready = await preparation.Ready(stacks, plan).ConfigureAwait(false);
        foreach (var (arm, cases) in arms)
        {
            ready = ready.AddRange(await preparation.Ready([arm], cases).ConfigureAwait(false));
        }

        var runner = new CaseRunner(_attempts, earlyEnd, options, spending);
        var results = await CaseDisplay.Show(host, ready, tell => runner.Run(ready, tell)).ConfigureAwait(false);
        var reports = stacks.Select(tested => new SmokeReport
        {
            Stack = tested.Stack,
            StartedAt = started,
            Duration = host.Clock.GetElapsedTime(ticks),
            Cases = [.. results.Zip(ready).Where(pair => pair.Second.Stack == tested.Stack).Select(pair => pair.First)],
            Retries = [.. tested.Retries, .. Preparation.Retries(ready, tested.Stack)],
            Stopped = earlyEnd.Reason,
            Strict = options.Strict,
            AllowEmpty = options.AllowEmpty,
        }).ToArray();
        return reports is [var judged, var other] ? Comparing.Of(judged, other) : reports[0];
    }
}
