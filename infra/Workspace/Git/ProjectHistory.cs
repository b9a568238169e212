using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Releases;

namespace Infra.Workspace.Git;

/// <summary>Who changed what and when, according to git, since all targets are in files.</summary>
/// <param name="Events">The events, the newest first.</param>
public sealed record ProjectHistory(ImmutableArray<PastEvent> Events)
{
    private readonly Lazy<ILookup<(string Name, int Release), string>> _live = new(() =>
        (from past in Events
         let moved = past as PastEvent.Moved
         where moved?.To is Served.Release
         select (Key: (moved.Name, ((Served.Release)moved.To).Number), moved.Stack))
        .ToLookup(live => live.Key, live => live.Stack));

    /// <summary>Every commit that changed the project, the newest first.</summary>
    public required ImmutableArray<GitCommit> Commits { get; init; }

    /// <summary>The names whose working file a commit changed; a merge changes only what others had changed
    /// already.</summary>
    public static IEnumerable<string> Edited(GitCommit commit) => commit.Parents.Length > 1 ? [] :
        commit.Changes.Select(change => change.Path).Where(Catalog.IsDefinition).Select(DefinitionReader.NameOf);

    /// <summary>The stacks in which a release has ever been live.</summary>
    public IReadOnlyCollection<string> EverLive(string name, int release) =>
        [.. _live.Value[(name, release)].Distinct(StringComparer.Ordinal)];

    /// <summary>Everything that commits changed, read by three or four runs of git.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="withDigests">Whether events state the digests of releases, for which every release is read.</param>
    /// <param name="cancel">Ends git.</param>
    /// <exception cref="Failure">There is no repository, no commit, or no git.</exception>
    public static async Task<ProjectHistory> Read(GitRepository git, bool withDigests, CancellationToken cancel)
    {
        var commits = await GitLog.Read(git, cancel).ConfigureAwait(false);
        var requests = PullRequests.Of(commits);
        var past = Past(commits);
        var contents = await PastContents.Read(git, commits, past, withDigests, cancel).ConfigureAwait(false);
        return new(
        [
            .. commits.Reverse().SelectMany(commit =>
                new PastStep(commit, Before(commit, past), past[commit.Id], contents).Events
                    .Select(found => found with { PullRequest = requests.GetValueOrDefault(commit.Id) })),
        ])
        {
            Commits = [.. commits.Reverse()],
        };
    }

    /// <summary>The project after each commit.</summary>
    private static Dictionary<string, PastProject> Past(ImmutableArray<GitCommit> commits)
    {
        var past = new Dictionary<string, PastProject>(StringComparer.Ordinal);
        foreach (var commit in commits)
        {
            past[commit.Id] = commit.Changes.Aggregate(
                Before(commit, past)[0], (project, change) => project.After(change));
        }

        return past;
    }

    private static PastProject[] Before(GitCommit commit, Dictionary<string, PastProject> past) =>
    [
        .. commit.Parents.Select(parent => past.GetValueOrDefault(parent, PastProject.Nothing))
            .DefaultIfEmpty(PastProject.Nothing),
    ];
}
