using Infra.Cli.Git;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Releases;
using Infra.Settings;
using Infra.Workspace;

namespace Infra.Cli.Moving;

/// <summary>Whether a release was live anywhere before it goes live in a protected stack.</summary>
internal static class Trials
{
    /// <summary>A warning for each release that no other stack has had live (PRM176).</summary>
    /// <param name="stack">The stack after the move.</param>
    /// <param name="names">The names that moved.</param>
    /// <param name="git">The repository, whose history may know more than the stacks' files.</param>
    /// <param name="cancel">Ends the process.</param>
    public static async Task<IReadOnlyCollection<Diagnostic>> Check(
        MovingStack stack, IEnumerable<string> names, GitRepository git, CancellationToken cancel)
    {
        var warnings = new List<Diagnostic>();
        foreach (var name in stack.Settings.Protect ? names : [])
        {
            var moved = (Target.Pinned)stack.Settings.Live[name];
            if (!IsKeptElsewhere(stack, name, moved.Live)
                && !await WasLive(stack, name, moved.Live, git, cancel).ConfigureAwait(false))
            {
                warnings.Add(Problems.NotTriedElsewhere(moved.At, name, moved.Live));
            }
        }

        return warnings;
    }

    /// <summary>A release that another stack keeps came there by being live.</summary>
    private static bool IsKeptElsewhere(MovingStack stack, string name, int release) =>
        stack.Project.Value!.Stacks.Values
            .Where(other => other.Stack != stack.Settings.Stack)
            .Any(other => other.Live.GetValueOrDefault(name) is Target.Pinned pinned
                ? pinned.Kept.Contains(release)
                : stack.Served(name, other) == new Served.Release(release)
                    || (stack.Served(name, other) is Served.Draft && IsTheDraft(stack.Project.Value!, name, release)));

    /// <summary>A stack that serves the working file tries what was released from it.</summary>
    private static bool IsTheDraft(Project project, string name, int release) =>
        project.Catalog.Definitions.GetValueOrDefault(name) is { } draft
        && project.Releases[name, release]?.Digest.Value == Digest.Of(draft);

    private static async Task<bool> WasLive(
        MovingStack stack, string name, int release, GitRepository git, CancellationToken cancel)
    {
        try
        {
            var history = await MoveHistory.Of(git, name, cancel).ConfigureAwait(false);
            return history.Any(moved => moved.Stack != stack.Settings.Stack && moved.To == new Served.Release(release));
        }
        catch (Failure)
        {
            // Without a history, what the stacks' files say is all there is to know.
            return false;
        }
    }
}
