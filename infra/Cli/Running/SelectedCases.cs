using System.Collections.Immutable;
using Infra.Planning;
using Infra.Smoke.Cases;
using Infra.Workspace;
using Infra.Workspace.Git;

namespace Infra.Cli.Running;

/// <summary>Determines the selected cases where that takes more than the command line.</summary>
internal static class SelectedCases
{
    /// <summary>The selection.</summary>
    /// <exception cref="Failure">No run is recorded, or git does not have the revision.</exception>
    public static async Task<SmokeSelection> Read(
        SmokeOptions options, Project project, Plan plan, CancellationToken stop) => options.Selection with
        {
            Cases = options.LastFailed ? LastFailed(options) : null,
            Definitions = options.ChangedSince is { } revision
                ? await Changed(options, revision, project, plan, stop).ConfigureAwait(false)
                : null,
        };

    private static ImmutableHashSet<CaseId> LastFailed(SmokeOptions options) =>
        LastFailures.Read(options.Folder, options.Stack)
        ?? throw new Failure($"There is no earlier run of '{options.Stack}'. Run it once without --last-failed.");

    private static async Task<ImmutableHashSet<string>> Changed(
        SmokeOptions options, string revision, Project project, Plan plan, CancellationToken stop)
    {
        var git = new GitRepository(options.Folder);
        var tree = await GitTree.Read(git, revision, project.Catalog.Tree, stop).ConfigureAwait(false);
        var before = Project.Read(tree).Value!;
        var was = before.Stacks.TryGetValue(options.Stack, out var settings)
            ? Planner.Plan(before, settings).Value
            : null;
        return ChangedDefinitions.Between((before, was), (project, plan));
    }
}
