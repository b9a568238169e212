using Infra.Diagnostics;
using Infra.Rendering;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>Checks that one step, from a reviewed revision to this one, does no harm.</summary>
public static class StepRules
{
    /// <summary>All problems of the step for one stack.</summary>
    /// <param name="before">The project in the reviewed revision.</param>
    /// <param name="after">The project now.</param>
    /// <param name="stack">The stack; it is new if the revision does not have it.</param>
    public static IEnumerable<Diagnostic> Check(Project before, Project after, StackSettings stack)
    {
        var was = before.Stacks.GetValueOrDefault(stack.Stack);
        return
        [
            .. ReleasesStay(before, after),
            .. LiveStays(was, stack),
            .. PlaceStays(was, stack),
            .. ValuesStay(before, after, was, stack),
            .. ExperimentRules.Step(was, stack),
        ];
    }

    /// <summary>A release's content must not change, and it must not be deleted while it may be needed.</summary>
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

    /// <summary>The live release must stay kept, so that callers that cache an ARN do not lose it.</summary>
    private static IEnumerable<Diagnostic> LiveStays(StackSettings? was, StackSettings now) =>
        from target in now.Live
        let before = was?.Live.GetValueOrDefault(target.Key) as Target.Pinned
        where before is not null && target.Value is Target.Pinned pinned && !pinned.Kept.Contains(before.Live)
        select Problems.LiveLeavesKept(target.Value.At, target.Key, before.Live);

    /// <summary>A stack's place must not change, since it is part of its resources' identity.</summary>
    private static IEnumerable<Diagnostic> PlaceStays(StackSettings? was, StackSettings now)
    {
        if (was is { Region: { } region } && now.Region is { } other && region != other)
        {
            yield return Problems.RegionMoves(now.At, now.Stack, region, other);
        }

        if (was is not null && was.ParameterPath != now.ParameterPath)
        {
            yield return Problems.PathMoves(now.At, was.ParameterPath, now.ParameterPath);
        }

        if (was is not null && was.NamePrefix != now.NamePrefix)
        {
            yield return Problems.PrefixMoves(now.At, was.NamePrefix, now.NamePrefix);
        }
    }

    /// <summary>A value that a kept release uses must not change: its version contains the value that it was made
    /// with.</summary>
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
