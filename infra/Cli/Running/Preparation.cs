using System.Collections.Immutable;
using Infra.Smoke.Cases;
using Infra.Smoke.Reports;

namespace Infra.Cli.Running;

/// <summary>Looks at what stands behind every target that is about to be called.</summary>
/// <param name="attempts">Tries again.</param>
/// <param name="brake">Ends the run.</param>
/// <param name="options">How many at once, how long, how often.</param>
/// <param name="clock">Measures calls.</param>
internal sealed class Preparation(Attempts attempts, Brake brake, SmokeOptions options, TimeProvider clock)
{
    /// <summary>The cases on every side, side by side: what changes in the meantime changes for both.</summary>
    /// <param name="sides">The stack, and the one that it is compared with.</param>
    /// <param name="plan">The cases, on the first.</param>
    public async Task<ImmutableArray<ReadyCase>> Ready(ImmutableArray<Side> sides, SmokePlan plan)
    {
        var ready = new List<ImmutableArray<ReadyCase?>>();
        foreach (var side in sides)
        {
            ready.Add(await Ready(side, plan).ConfigureAwait(false));
        }

        var numbers = Enumerable.Range(0, plan.Cases.Length);
        return [.. numbers.SelectMany(number => ready.Select(side => side[number])).OfType<ReadyCase>()];
    }

    /// <summary>What was tried again while looking.</summary>
    public static IEnumerable<Retry> Retries(IEnumerable<ReadyCase> cases, string stack) => cases
        .Where(test => test.Stack == stack)
        .Select(test => test.Standing)
        .Distinct()
        .Where(standing => standing.Error is null)
        .SelectMany(standing => standing.Retries);

    /// <summary>The cases on one side; null for those of a name that it does not serve.</summary>
    private async Task<ImmutableArray<ReadyCase?>> Ready(Side side, SmokePlan plan)
    {
        var targets = side.Targets.ToDictionary(target => target.Name, StringComparer.Ordinal);
        var standings = await Standings(side, plan, targets).ConfigureAwait(false);
        var calls = new Calls(side.Aws, options.Prices, clock);
        return [.. plan.Cases.Select(test => targets.TryGetValue(test.Target.Name, out var target)
            ? new ReadyCase(
                side.Stack,
                new(target, Repeated(test.Case)),
                standings[target],
                calls,
                side.Expected.Model(target.Name))
            : null)];
    }

    private async Task<Dictionary<SmokeTarget, Standing>> Standings(
        Side side, SmokePlan plan, Dictionary<string, SmokeTarget> targets)
    {
        var check = new DeployedCheck(side, attempts, brake, options);
        var standings = new Dictionary<SmokeTarget, Standing>();
        await Parallel.ForEachAsync(
            plan.Cases.DistinctBy(test => test.Target.Name).Where(test => targets.ContainsKey(test.Target.Name)),
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = brake.Token },
            async (test, _) =>
            {
                var target = targets[test.Target.Name];
                var standing = await check.Of(target, test.Case.DefinedAt).ConfigureAwait(false);
                lock (standings)
                {
                    standings[target] = standing;
                }
            }).ConfigureAwait(false);
        return standings;
    }

    private SmokeCase Repeated(SmokeCase test) =>
        options.Repeat is { } runs ? test with { Runs = test.Runs.Over(runs) } : test;
}
