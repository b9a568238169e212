using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Rendering;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>What one step, from a reviewed revision to this one, must not do.</summary>
public static class StepRules
{
    /// <summary>Everything that is wrong with the step for one stack.</summary>
    /// <param name="before">The project as the revision has it.</param>
    /// <param name="after">The project as it is.</param>
    /// <param name="stack">The stack; a revision that lacks it makes it a new one.</param>
    public static IEnumerable<Diagnostic> Check(Project before, Project after, StackSettings stack)
    {
        var was = before.Stacks.GetValueOrDefault(stack.Stack);
        return
        [
            .. ReleasesStay(before, after),
            .. stack.Live
                .Where(target => after.Releases.Newest(target.Key)?.Definition is Prompt)
                .SelectMany(target => Step(target.Key, target.Value, was, after)),
            .. ValuesStay(before, after, was, stack),
        ];
    }

    /// <summary>A release's content never changes and never goes while somebody may need it.</summary>
    private static IEnumerable<Diagnostic> ReleasesStay(Project before, Project after) =>
        from history in before.Releases.ByName
        let isNeeded = after.Catalog.Definitions.ContainsKey(history.Key)
            || after.Stacks.Values.Any(stack => stack.Live.ContainsKey(history.Key))
            || !after.Releases[history.Key].IsEmpty
        where isNeeded
        from release in history.Value.Values
        let now = after.Releases[history.Key, release.Number]
        where now?.Digest.Value != release.Digest.Value
        select now is null
            ? Problems.ReleaseDeleted(release.At, release.Name, release.Number)
            : Problems.ReleaseRewritten(now.Digest.At, release.Name, release.Number);

    private static IEnumerable<Diagnostic> Step(string name, Target target, StackSettings? was, Project after) =>
        target is Target.Pinned now
            ? was?.Live.GetValueOrDefault(name) switch
            {
                Target.Pinned before => FromPinned(name, before, now),
                _ when was is null || !was.Live.ContainsKey(name) => FirstTime(name, now, after),
                _ => SeveralFirst(name, now, now.Kept),
            }
            : [];

    private static IEnumerable<Diagnostic> FromPinned(string name, Target.Pinned before, Target.Pinned now)
    {
        if (!now.Kept.Contains(before.Live))
        {
            yield return Problems.LiveLeavesKept(now.At, name, before.Live);
        }

        foreach (var problem in SeveralFirst(name, now, [.. now.Kept.Except(before.Kept)]))
        {
            yield return problem;
        }
    }

    /// <summary>Versions are cut from the one draft there is:
    /// of several that are first cut together, one is right.</summary>
    private static IEnumerable<Diagnostic> SeveralFirst(
        string name, Target.Pinned now, IReadOnlyCollection<int> first) => first switch
        {
            { Count: > 1 } => [Problems.SeveralFirstKept(now.At, name, [.. first])],
            { Count: 1 } when first.Single() is var only && only != now.Kept[^1] =>
                [Problems.FirstKeptIsNotLast(now.At, name, only)],
            _ => [],
        };

    /// <summary>In an environment that is new to a name, its draft is the last kept release:
    /// every other version is cut wrong.</summary>
    private static IEnumerable<Diagnostic> FirstTime(string name, Target.Pinned now, Project after)
    {
        var last = after.Releases[name, now.Kept[^1]]?.Digest.Value;
        foreach (var release in now.Kept.Where(release => after.Releases[name, release]?.Digest.Value != last))
        {
            yield return release == now.Live
                ? Problems.LiveCutWrong(now.At, name, release, now.Kept[^1])
                : Problems.KeptCutWrong(now.At, name, release);
        }
    }

    /// <summary>A version holds the values it was cut with: a value that a kept release uses may not change.</summary>
    private static IEnumerable<Diagnostic> ValuesStay(
        Project before, Project after, StackSettings? was, StackSettings now) =>
        from target in now.Live
        from number in Kept(was?.Live.GetValueOrDefault(target.Key)).Intersect(Kept(target.Value))
        let release = before.Releases[target.Key, number] ?? after.Releases[target.Key, number]
        where release is not null
        from value in PlaceholderUse.Of(release.Definition)
        where was!.Values.TryGetValue(value, out var old) && old != now.Values.GetValueOrDefault(value)
        select Problems.ValueChanged(now.At, value, target.Key, number);

    private static IEnumerable<int> Kept(Target? target) => target is Target.Pinned pinned ? pinned.Kept : [];
}
