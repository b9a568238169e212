using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Planning;
using Infra.Settings;

namespace Infra.Changes;

/// <summary>The effect of a change on the units of an experiment.</summary>
/// <param name="Owner">The prompt or flow.</param>
/// <param name="What">The effect, in words.</param>
public sealed record ExperimentChange(string Owner, string What)
{
    /// <summary>Every experiment that starts, changes or ends.</summary>
    internal static ImmutableArray<ExperimentChange> Between(Plan? before, Plan after)
    {
        var was = (before?.Experiments ?? []).ToDictionary(one => one.Name, StringComparer.Ordinal);
        var now = after.Experiments.ToDictionary(one => one.Name, StringComparer.Ordinal);
        return
        [
            .. from owner in was.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
               let what = Between(was.GetValueOrDefault(owner), now.GetValueOrDefault(owner), Live(after, owner))
               where what is not null
               select new ExperimentChange(owner, what),
        ];
    }

    private static string? Between(Experiment? was, Experiment? now, string live) => (was, now) switch
    {
        (null, { } start) => $"experiment {start.Seed} starts: {start.Shares}; everybody else stays with {live}",
        ({ Coverage: 0 } over, null) => $"experiment {over.Seed} is removed; no units took part any more",
        ({ } over, null) => $"experiment {over.Seed} ends: {Percent(over.Coverage)} of units get {live} with everybody "
            + "else",
        ({ } old, { } next) when old.Key != next.Key =>
            $"experiment {next.Seed} replaces {old.Seed}: {next.Shares}; every unit is assigned again",
        ({ } old, { } next) when !next.DealsAs(old) =>
            $"experiment {next.Seed}: {next.Shares}; units move between arms",
        ({ } old, { } next) => Ramped(old, next, live),
        _ => null,
    };

    private static string? Ramped(Experiment was, Experiment now, string live) => (was.Coverage, now.Coverage) switch
    {
        var (from, to) when from == to => null,
        ( > 0, 0) => $"experiment {now.Seed} stops: {Percent(was.Coverage)} of units get {live} again",
        var (from, to) when from < to => $"experiment {now.Seed}: {now.Shares}; {Percent(to - from)} of units join, "
            + "and the others keep their arm",
        var (from, to) => $"experiment {now.Seed}: {now.Shares}; {Percent(from - to)} of units drop out and get "
            + $"{live} again, and the others keep their arm",
    };

    private static string Live(Plan plan, string owner) =>
        plan.Aliases.FirstOrDefault(alias => alias.Owner == owner) switch
        {
            null => "nothing",
            { Release: { } release } => $"release {release}",
            _ => "the draft",
        };

    private static string Percent(decimal share) => Percentage.Text(share);
}
