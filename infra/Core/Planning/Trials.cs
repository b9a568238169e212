using System.Diagnostics;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>Checks that a release was live in one stack before it goes live in another.</summary>
public static class Trials
{
    /// <summary>Reports a release, or a draft, that goes live without having been tried (PRM536, PRM537).</summary>
    internal static IEnumerable<Diagnostic> Of(string name, Project project, StackSettings settings)
    {
        if (settings.Require.TriedIn is not { } required
            || !project.Stacks.TryGetValue(required.Value, out var other) || other.Stack == settings.Stack)
        {
            return [];
        }

        var at = settings.Live.GetValueOrDefault(name)?.At ?? settings.At;
        return By(name, project, settings) switch
        {
            Served.Release release when IsKept(name, release.Number, project, other)
                || project.Catalog.Tree.EverLive(name, release.Number)?.Contains(other.Stack) is true => [],
            Served.Release release => [Problems.NotTried(at, name, release.Number, settings.Stack, other.Stack)],
            Served.Draft => [Problems.DraftNotTried(at, name, settings.Stack, other.Stack)],
            Served.Nothing or Served.Unreadable => [],
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Whether a stack keeps a release, which implies that it was live there, or serves it in another
    /// way.</summary>
    /// <param name="name">The prompt or flow.</param>
    /// <param name="release">The release.</param>
    /// <param name="project">The project.</param>
    /// <param name="stack">The stack.</param>
    public static bool IsKept(string name, int release, Project project, StackSettings stack) =>
        stack.TargetOf(name, project.Catalog.Definitions.ContainsKey(name)) switch
        {
            null => false,
            Target.Draft => IsTheDraft(name, release, project),
            { } target => target.Deploys(release, project.Releases.Newest(name)?.Number),
        };

    /// <summary>Whether a stack that serves the working file has tried the release made from it.</summary>
    private static bool IsTheDraft(string name, int release, Project project) =>
        project.Catalog.Definitions.GetValueOrDefault(name) is { } draft
        && project.Releases[name, release]?.Digest.Value == Digest.Of(draft);

    private static Served By(string name, Project project, StackSettings stack) => Releases.Served.Of(
        stack,
        name,
        project.Catalog.Definitions.ContainsKey(name),
        project.Releases.Newest(name)?.Number);
}
