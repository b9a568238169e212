using System.Collections.Immutable;
using System.Diagnostics;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>What a stack serves of a prompt or flow: the draft, the newest release, or listed releases.</summary>
/// <param name="At">Its place in the stack's settings.</param>
public abstract record Target(Location At)
{
    /// <summary>Whether a stack with this target deploys a release of the name.</summary>
    /// <param name="release">The release's number.</param>
    /// <param name="newest">The newest release; null for none.</param>
    public bool Deploys(int release, int? newest) => this switch
    {
        Pinned pinned => pinned.Kept.Contains(release),
        Latest => newest == release,
        Draft => false,
        _ => throw new UnreachableException(),
    };

    /// <summary>The working file, as AWS's DRAFT.</summary>
    public sealed record Draft(Location At) : Target(At);

    /// <summary>The newest release.</summary>
    public sealed record Latest(Location At) : Target(At);

    /// <summary>Listed releases, one of them live.</summary>
    /// <param name="Kept">The releases that the stack keeps, oldest first; a rollback makes the one to the left
    /// live.</param>
    /// <param name="Live">The one that callers get; one of <paramref name="Kept"/>.</param>
    /// <param name="At">Its place in the stack's settings.</param>
    public sealed record Pinned(ImmutableArray<int> Kept, int Live, Location At) : Target(At);
}

/// <summary>What a stack serves of names that it does not list.</summary>
public enum DefaultTarget
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The working file.</summary>
    Draft,

    /// <summary>The newest release.</summary>
    Latest,
}
