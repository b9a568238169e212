using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Smoke.Cases;
using Infra.Smoke.Reports;

namespace Infra.Cli.Running;

/// <summary>Looks at what stands behind every target that is about to be called.</summary>
/// <param name="attempts">Tries again.</param>
/// <param name="earlyEnd">Ends the run.</param>
/// <param name="options">How many at once, how long, how often.</param>
/// <param name="clock">Measures calls.</param>
internal sealed class Preparation(Attempts attempts, EarlyEnd earlyEnd, SmokeOptions options, TimeProvider clock)
{
    /// <summary>How judges are asked.</summary>
    public required Asking Asking { get; init; }

    /// <summary>Who judges by the tested stack's settings: on a stack that is compared with it, the same.</summary>
    public required Judge? Judge { get; init; }

    /// <summary>The cases on every stack, side by side: what changes in the meantime changes for both.</summary>
    /// <param name="stacks">The stack, and the one that it is compared with.</param>
    /// <param name="plan">The cases, on the first.</param>
    public async Task<ImmutableArray<ReadyCase>> Ready(ImmutableArray<StackUnderTest> stacks, SmokePlan plan)
    {
        var ready = new List<ImmutableArray<ReadyCase?>>();
        foreach (var tested in stacks)
        {
            ready.Add(await Ready(tested, plan).ConfigureAwait(false));
        }

        var numbers = Enumerable.Range(0, plan.Cases.Length);
        return [.. numbers.SelectMany(number => ready.Select(cases => cases[number])).OfType<ReadyCase>()];
    }

    /// <summary>What was tried again while looking.</summary>
    public static IEnumerable<Retry> Retries(IEnumerable<ReadyCase> cases, string stack) => cases
        .Where(test => test.Stack == stack)
        .Select(test => test.Check)
        .Distinct()
        .Where(check => check.Error is null)
        .SelectMany(check => check.Retries);

    /// <summary>The cases on one stack; null for those of a name that it does not serve.</summary>
    private async Task<ImmutableArray<ReadyCase?>> Ready(StackUnderTest tested, SmokePlan plan)
    {
        var targets = tested.Targets.ToDictionary(target => target.Name, StringComparer.Ordinal);
        var checks = await Check(tested, plan, targets).ConfigureAwait(false);
        var models = tested.Settings.Models.With(options.Prices);
        var calls = new Calls(tested.Aws, models, clock);
        var judge = new RubricJudge(tested.Aws, Judge, models, Asking);
        return [.. plan.Cases.Select(test => targets.TryGetValue(test.Target.Name, out var target)
            ? new ReadyCase(
                tested.Stack,
                new(target, Repeated(test.Case)),
                checks[target],
                calls,
                tested.Expected.Model(target.Name))
            {
                Judge = judge,
            }
            : null)];
    }

    private async Task<Dictionary<SmokeTarget, TargetCheck>> Check(
        StackUnderTest tested, SmokePlan plan, Dictionary<string, SmokeTarget> targets)
    {
        var deployed = new DeployedCheck(tested, attempts, earlyEnd, options);
        var checks = new Dictionary<SmokeTarget, TargetCheck>();
        await Parallel.ForEachAsync(
            plan.Cases.DistinctBy(test => test.Target.Name).Where(test => targets.ContainsKey(test.Target.Name)),
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = earlyEnd.Token },
            async (test, _) =>
            {
                var target = targets[test.Target.Name];
                var check = await deployed.Of(target, test.Case.DefinedAt).ConfigureAwait(false);
                lock (checks)
                {
                    checks[target] = check;
                }
            }).ConfigureAwait(false);
        return checks;
    }

    private SmokeCase Repeated(SmokeCase test) =>
        options.Repeat is { } runs ? test with { Runs = test.Runs.Over(runs) } : test;
}
