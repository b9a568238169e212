using System.Collections.Immutable;
using Infra.Cli.Aws;
using Infra.Cli.Files;
using Infra.Cli.Local;
using Infra.Diagnostics;
using Infra.Local;
using Infra.Planning;
using Infra.Smoke;

namespace Infra.Cli.Smoke;

/// <summary><c>prompts smoke</c>: what is deployed answers as the cases expect, or it is said what does not.</summary>
/// <param name="host">The world.</param>
/// <param name="options">What was asked for.</param>
internal sealed class SmokeRun(Host host, SmokeOptions options)
{
    private readonly Attempts _attempts = new(host.Clock);

    /// <summary>Runs the cases, prints and writes what became of them, and says how the process should end.</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        ReportFiles.Check(options.Outputs);
        var project = Project.Read(new WorkingTree(options.Folder));
        var plan = ProjectChecks.Plan(project, options.Stack);
        if (plan.Diagnostics.HasErrors())
        {
            return host.Report(plan.Diagnostics);
        }

        using var brake = new Brake(options.Budget, host.Clock, cancel);
        try
        {
            return await Run(project.Value!, plan.Value!, brake, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (brake.Reason is { } reason && !cancel.IsCancellationRequested)
        {
            throw new Failure($"The run ended early: {reason}.");
        }
    }

    private async Task<int> Run(Project project, Plan plan, Brake brake, CancellationToken cancel)
    {
        var settings = ProjectChecks.Settings(project, options.Stack);
        if (!options.Local)
        {
            var region = options.Connection.Region ?? settings.Region;
            using var side = Side.Of(settings, plan, options.Connection with { Region = region });
            return await Run(side, project, brake, cancel).ConfigureAwait(false);
        }

        var session = await LocalSession.Open(options.Folder, new LocalOptions(), brake.Token).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await host.Error.WriteLineAsync($"Local Bedrock at {session.Url}: no model is called, the cases' samples answer.")
                .ConfigureAwait(false);
            var local = AwsConnection.ToLocal(session.Url, settings.Region ?? LocalSession.DefaultRegion);
            using var side = Side.Of(settings, plan, local);
            return await Run(side, project, brake, cancel).ConfigureAwait(false);
        }
    }

    private async Task<int> Run(Side side, Project project, Brake brake, CancellationToken cancel)
    {
        var selection = Selected();
        var resolved = await Aliases.Resolve(side, project, options, host, brake.Token).ConfigureAwait(false);
        var cases = SmokePlan.Of(project, resolved.Targets, selection);
        return cases.Diagnostics.HasErrors()
            ? host.Report(cases.Diagnostics)
            : Finish(await Run(resolved, cases.Value!, brake).ConfigureAwait(false), cancel);
    }

    private async Task<SmokeReport> Run(Side side, SmokePlan plan, Brake brake)
    {
        var (started, ticks) = (host.Clock.GetUtcNow(), host.Clock.GetTimestamp());
        var ready = await Ready(side, plan, brake.Token).ConfigureAwait(false);
        var lines = new CaseLines(host.Out, _ => "");
        var results = await new CaseRunner(_attempts, brake, options).Run(ready, lines.Tell).ConfigureAwait(false);
        lines.End(results);
        return new()
        {
            Stack = side.Stack,
            StartedAt = started,
            Duration = host.Clock.GetElapsedTime(ticks),
            Cases = results,
            Retries = [.. side.Retries, .. ready.Select(test => test.Standing).Distinct().SelectMany(standing => standing.Retries)],
            Stopped = brake.Reason,
            Strict = options.Strict,
            AllowEmpty = options.AllowEmpty,
        };
    }

    /// <summary>Looks at what stands behind every target that is about to be called.</summary>
    private async Task<ImmutableArray<ReadyCase>> Ready(Side side, SmokePlan plan, CancellationToken stop)
    {
        var check = new DeployedCheck(side, _attempts, options);
        var standings = new Dictionary<SmokeTarget, Standing>();
        await Parallel.ForEachAsync(
            plan.Cases.DistinctBy(test => test.Target),
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = stop },
            async (test, token) =>
            {
                var standing = await check.Of(test.Target, test.Case.DefinedAt, token).ConfigureAwait(false);
                lock (standings)
                {
                    standings[test.Target] = standing;
                }
            }).ConfigureAwait(false);
        var calls = new Calls(side.Aws, options.Prices, host.Clock);
        return
        [
            .. plan.Cases.Select(test => new ReadyCase(
                test with { Case = Repeated(test.Case) },
                standings[test.Target],
                calls,
                side.Expected.Model(test.Target.Name))),
        ];
    }

    private SmokeCase Repeated(SmokeCase test) =>
        options.Repeat is { } runs ? test with { Runs = test.Runs.Over(runs) } : test;

    private SmokeSelection Selected() => options.LastFailed
        ? options.Selection with
        {
            Cases = LastFailures.Read(options.Folder, options.Stack)
                ?? throw new Failure($"No run of '{options.Stack}' is remembered. Leave --last-failed out once."),
        }
        : options.Selection;

    private int Finish(SmokeReport report, CancellationToken cancel)
    {
        foreach (var line in SmokeLines.Summary(report))
        {
            host.Out.WriteLine(line);
        }

        if (host.Variable("GITHUB_ACTIONS") is "true")
        {
            foreach (var line in GitHubAnnotations.Render(report))
            {
                host.Out.WriteLine(line);
            }
        }

        foreach (var path in options.Outputs)
        {
            ReportFiles.Write(path, report);
        }

        LastFailures.Write(options.Folder, report);
        return cancel.IsCancellationRequested ? ExitCode.Cancelled : report.End switch
        {
            RunEnd.Passed => ExitCode.Success,
            RunEnd.Failed => ExitCode.Problems,
            _ => ExitCode.Failure,
        };
    }
}
