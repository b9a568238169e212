using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Smoke.Cases;
using Infra.Smoke.Reports;

namespace Infra.Cli.Running;

/// <summary>Checks every target that is about to be called.</summary>
/// <param name="attempts">Repeats calls.</param>
/// <param name="earlyEnd">Can end the run early.</param>
/// <param name="options">How many at once, for how long, how often.</param>
/// <param name="clock">The clock, for measuring calls.</param>
internal sealed class Preparation(Attempts attempts, EarlyEnd earlyEnd, SmokeOptions options, TimeProvider clock)
{
    /// <summary>How judges are asked.</summary>
    public required Asking Asking { get; init; }

    /// <summary>The judge in the tested stack's settings, also used for a stack that is compared with it.</summary>
    public required Judge? Judge { get; init; }

    /// <summary>The cases on each stack, checked side by side, so that changes in the meantime affect both.</summary>
    /// <param name="stacks">The stack, and the one to compare it with.</param>
    /// <param name="plan">The cases for the first stack.</param>
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

    /// <summary>The attempts that were repeated during the checks.</summary>
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
