using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Infra.Definitions.Format;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Settings;
using Infra.Workspace;

namespace Infra.Cli.Moving;

/// <summary>The names of a promotion, and their releases.</summary>
/// <param name="Chosen">The prompts and flows with their releases: null for the newest, or for the live one in
/// <paramref name="From"/>; empty for all names.</param>
/// <param name="From">The stack whose live releases are promoted; null for none.</param>
internal sealed record Promotions(ImmutableSortedDictionary<string, int?> Chosen, string? From)
{
    /// <summary>Reads the arguments of the command line.</summary>
    /// <exception cref="Failure">They contradict each other.</exception>
    public static Promotions Parse(IReadOnlyCollection<string> names, bool all, string? from, string stack)
    {
        if (all == names.Count > 0)
        {
            throw new Failure(all
                ? "Name prompts and flows, or give --all, not both."
                : "Name a prompt or flow, or give --all.");
        }

        if (from == stack)
        {
            throw new Failure($"--from and --stack are both '{stack}'. Promote from another stack.");
        }

        var chosen = ImmutableSortedDictionary.CreateBuilder<string, int?>(StringComparer.Ordinal);
        foreach (var (name, release) in names.Select(Parse))
        {
            if (release is not null && from is not null)
            {
                throw new Failure("Give either a release, as in name@3, or --from, not both.");
            }

            if (chosen.TryGetValue(name, out var other) && other != release)
            {
                throw new Failure($"'{name}' is named with two releases. Name one.");
            }

            chosen[name] = release;
        }

        return new(chosen.ToImmutable(), from);
    }

    /// <summary>The moves in a stack.</summary>
    /// <exception cref="Failure">There is no such name or stack.</exception>
    public IEnumerable<(string Name, Checked<Target.Pinned> Move)> In(MovingStack stack)
    {
        var from = From is null ? null : ProjectChecks.Settings(stack.Project.Value!, From);
        return !Chosen.IsEmpty
            ? Chosen.Keys.Select(name => (Known(stack, name), Move(stack, name, from)))
            : Names(stack, from).Select(name => (name, Move(stack, name, from))).Where(move => !IsIdle(stack, move));
    }

    /// <summary>Why there are no moves in a stack.</summary>
    public string WhyNone(MovingStack stack)
    {
        var from = From is null ? null : ProjectChecks.Settings(stack.Project.Value!, From);
        return Names(stack, from).Any() ? $"stack {stack.Settings.Stack} already serves these releases."
            : from is null ? "there is no release yet. Make one with 'prompts release <name>'."
            : $"stack {from.Stack} serves nothing.";
    }

    /// <summary>The name, if a prompt or flow has it.</summary>
    /// <exception cref="Failure">There is none.</exception>
    public static string Known(MovingStack stack, string name)
    {
        var project = stack.Project.Value!;
        string[] known =
        [
            .. project.Catalog.Definitions.Keys
                .Union(project.Releases.ByName.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        return known.Contains(name, StringComparer.Ordinal)
            ? name
            : throw new Failure($"There is no prompt or flow '{name}'. {DidYouMean.Advice(name, known)}");
    }

    /// <summary>All names: those that the other stack serves; without one, those with a release that are not
    /// retired.</summary>
    private static IEnumerable<string> Names(MovingStack stack, StackSettings? from)
    {
        var project = stack.Project.Value!;
        return from is null
            ? project.Releases.ByName.Keys.Where(name =>
                project.Catalog.Definitions.ContainsKey(name) || stack.Settings.Live.ContainsKey(name))
            : project.Catalog.Definitions.Keys.Union(from.Live.Keys, StringComparer.Ordinal)
                .Where(name => stack.Served(name, from) is not Served.Nothing)
                .Order(StringComparer.Ordinal);
    }

    private static (string Name, int? Release) Parse(string name) =>
        name.LastIndexOf('@') is >= 0 and var at ? (name[..at], Number(name, at)) : (name, null);

    private static int Number(string name, int at) =>
        int.TryParse(name[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new Failure($"'{name}' does not name a release. Write {name[..at]}@3 for release 3.");

    /// <summary>Whether callers already get that release; then <c>--all</c> leaves the entry alone.</summary>
    private static bool IsIdle(MovingStack stack, (string Name, Checked<Target.Pinned> Move) moving) =>
        moving.Move.Diagnostics is [{ Code: "PRM170" }]
        || (moving.Move.Value is { Live: var live } && Live(stack, moving.Name) == live);

    private static int? Live(MovingStack stack, string name) =>
        (stack.Served(name, stack.Settings) as Served.Release)?.Number;

    private Checked<Target.Pinned> Move(MovingStack stack, string name, StackSettings? from)
    {
        var target = stack.Target(name);
        var (release, problem) = from is null
            ? Named(stack, name, target?.At ?? stack.Settings.At)
            : LiveIn(from, stack, name);
        return problem is null
            ? Moves.Promote(target, release, Live(stack, name), stack.Settings.Retain)
            : new(null, [problem]);
    }

    private (int Release, Diagnostic? Problem) Named(MovingStack stack, string name, Location at)
    {
        var releases = stack.Project.Value!.Releases;
        return releases.Newest(name)?.Number is not { } newest ? (0, Problems.NoReleaseYet(at, name))
            : (Chosen.GetValueOrDefault(name) ?? newest) is var release && releases[name, release] is not null
                ? (release, null)
            : (0, Problems.NoSuchRelease(at, name, release, newest));
    }

    private static (int Release, Diagnostic? Problem) LiveIn(StackSettings from, MovingStack stack, string name)
    {
        var at = from.Live.GetValueOrDefault(name)?.At ?? from.At;
        return stack.Served(name, from) switch
        {
            Served.Release live => (live.Number, null),
            Served.Draft => (0, Problems.PromotesDraft(at, name, from.Stack)),
            Served.Nothing or Served.Unreadable => (0, Problems.NotServed(at, name, from.Stack)),
            _ => throw new UnreachableException(),
        };
    }
}
