using System.Collections.Immutable;
using Infra.Diagnostics;
using Infra.Settings;

namespace Infra.Releases;

/// <summary>Promotion and rollback: from a stack's current target to its next one.</summary>
/// <remarks>
/// Laws: a rollback undoes the promotion of a release that is new to the list. A rollback never reaches a release that
/// was rolled back from, because the next promotion drops it.
/// </remarks>
public static class Moves
{
    /// <summary>Makes a release live and keeps the ones that were live before, for rollbacks.</summary>
    /// <param name="from">The current target; null for none.</param>
    /// <param name="release">The release to make live.</param>
    /// <param name="served">The release that callers get now if <paramref name="from"/> is latest.</param>
    /// <param name="retain">How many releases to keep, 2 to <see cref="StackSettings.MostKept"/>.</param>
    /// <returns>The new target, or the reason why there is none: PRM170.</returns>
    /// <remarks>
    /// After a draft, no release is kept to roll back to: a draft has no version, and two releases whose versions are
    /// first made in one deployment would both be cut from the newer one's content.
    /// </remarks>
    public static Checked<Target.Pinned> Promote(Target? from, int release, int? served, int retain)
    {
        if (from is Target.Pinned { Live: var live } && live == release)
        {
            return Refused(Problems.AlreadyLive(from.At, release));
        }

        ImmutableArray<int> before = from switch
        {
            Target.Pinned pinned => pinned.Kept[..(pinned.Kept.IndexOf(pinned.Live) + 1)],
            Target.Latest when served is { } newest => [newest],
            Target.Draft => [],
            _ => [],
        };
        ImmutableArray<int> kept = [.. before.Where(earlier => earlier != release), release];
        return Made(new(kept[Math.Max(0, kept.Length - retain)..], release, from?.At ?? default));
    }

    /// <summary>Makes the release live that was live before, and changes nothing else.</summary>
    /// <param name="from">The current target.</param>
    /// <returns>The new target, or the reason why there is none: PRM171, PRM172.</returns>
    public static Checked<Target.Pinned> Rollback(Target from) => from switch
    {
        Target.Pinned { Kept: [var oldest, ..], Live: var live } when oldest == live =>
            Refused(Problems.NothingBefore(from.At, live)),
        Target.Pinned pinned => Made(pinned with { Live = pinned.Kept[pinned.Kept.IndexOf(pinned.Live) - 1] }),
        Target.Latest => Refused(Problems.NotPinned(from.At, "the newest release, whatever it is,")),
        Target.Draft => Refused(Problems.NotPinned(from.At, "the draft")),
        _ => Refused(Problems.NotPinned(from.At, "the draft")),
    };

    private static Checked<Target.Pinned> Made(Target.Pinned target) => new(target, []);

    private static Checked<Target.Pinned> Refused(Diagnostic why) => new(null, [why]);
}
