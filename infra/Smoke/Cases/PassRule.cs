using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Smoke.Judging;

namespace Infra.Smoke.Cases;

/// <summary>How often a case is run and how many runs must pass, as in <c>4 of 5</c>.</summary>
/// <param name="Needed">Runs that must pass, at least 1.</param>
/// <param name="Runs">Runs in all, from 1 to <see cref="MostRuns"/>.</param>
public readonly record struct PassRule(int Needed, int Runs)
{
    /// <summary>The most runs of one case.</summary>
    /// <value>100 runs; more is PRM308.</value>
    public const int MostRuns = 100;

    /// <summary>One run, which must pass.</summary>
    public static readonly PassRule Once = new(1, 1);

    /// <summary>Reads <c>repeat</c> and <c>pass</c>; invalid ones are PRM308.</summary>
    public static PassRule Read(Located<int>? repeat, Located<string>? pass, ICollection<Diagnostic> report)
    {
        if (repeat is { Value: < 1 or > MostRuns } runs)
        {
            report.Add(Problems.BadRepeat(runs.At, MostRuns));
            return Once;
        }

        if (pass is not { } text)
        {
            return new(repeat?.Value ?? 1, repeat?.Value ?? 1);
        }

        if (Parse(text.Value) is not { } rule)
        {
            report.Add(Problems.BadPassRule(text.At, text.Value));
            return Once;
        }

        if (repeat is { } given && given.Value != rule.Runs)
        {
            report.Add(Problems.PassRuleOfOtherRuns(text.At, text.Value, given.Value));
        }

        return rule;
    }

    /// <summary>The same share of another number of runs, rounded up: 4 of 5 becomes 8 of 10.</summary>
    public PassRule Over(int runs) => new(((Needed * runs) + Runs - 1) / Runs, runs);

    /// <summary>The outcome of a case, which is decided as soon as enough runs have passed or too many have
    /// failed.</summary>
    /// <param name="runs">The outcome of each run; null for a run that could not be finished.</param>
    /// <returns>Null if it depends on runs that could not be finished.</returns>
    public Outcome? Of(IReadOnlyCollection<Outcome?> runs)
    {
        var passed = runs.Count(run => run is Outcome.Pass or Outcome.Warn);
        var open = runs.Count(run => run is null or Outcome.Unknown or Outcome.Unjudged);
        return passed >= Needed
            ? runs.Any(run => run is Outcome.Warn or Outcome.Unjudged or null) ? Outcome.Warn : Outcome.Pass
            : passed + open < Needed ? Outcome.Fail
            : runs.Contains(null) ? null
            : runs.Contains(Outcome.Unknown) ? Outcome.Unknown
            : Outcome.Unjudged;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Needed} of {Runs}";

    private static PassRule? Parse(string text) =>
        Share.Parse(text) is { Of: <= MostRuns } share ? new PassRule(share.Needed, share.Of) : null;
}
