using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Infra.Workspace.Git;

/// <summary>Finds the pull request that brought a commit, where a merge or the commit itself names it.</summary>
internal static partial class PullRequests
{
    /// <summary>The pull requests by commit id, as in <c>#12</c>.</summary>
    /// <param name="commits">The commits, each after its parents.</param>
    public static IReadOnlyDictionary<string, string> Of(ImmutableArray<GitCommit> commits)
    {
        var byId = commits.ToDictionary(commit => commit.Id, StringComparer.Ordinal);
        var main = MainLine(commits, byId);
        var seen = main.Select(commit => commit.Id).ToHashSet(StringComparer.Ordinal);
        var brought = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var merge in main)
        {
            var request = Stated(merge);
            foreach (var commit in Brought(merge, byId, seen).Append(merge))
            {
                if ((Stated(commit) ?? request) is { } known)
                {
                    brought[commit.Id] = known;
                }
            }
        }

        return brought;
    }

    /// <summary>The newest commit, its first parent, and so on, in reverse: the oldest first.</summary>
    private static List<GitCommit> MainLine(
        ImmutableArray<GitCommit> commits, IReadOnlyDictionary<string, GitCommit> byId)
    {
        var line = new List<GitCommit>();
        for (var next = commits.LastOrDefault();
            next is not null;
            next = next.Parents is [var first, ..] ? byId.GetValueOrDefault(first) : null)
        {
            line.Add(next);
        }

        line.Reverse();
        return line;
    }

    /// <summary>The commits that came with a merge and with none before it.</summary>
    private static List<GitCommit> Brought(
        GitCommit merge, IReadOnlyDictionary<string, GitCommit> byId, HashSet<string> seen)
    {
        var brought = new List<GitCommit>();
        var waiting = new Stack<string>(merge.Parents.Skip(1));
        while (waiting.TryPop(out var id))
        {
            if (seen.Add(id) && byId.TryGetValue(id, out var commit))
            {
                brought.Add(commit);
                foreach (var parent in commit.Parents)
                {
                    waiting.Push(parent);
                }
            }
        }

        return brought;
    }

    /// <summary>The number in the messages of GitHub's merges and squashes, Azure's, Bitbucket's and
    /// GitLab's.</summary>
    private static string? Stated(GitCommit commit)
    {
        var (subject, body) = (OfSubject().Match(commit.Subject), OfBody().Match(commit.Body));
        return subject.Success ? $"#{subject.Groups.Values.Last(group => group.Success).Value}"
            : body.Success ? $"!{body.Groups[1].Value}"
            : null;
    }

    [GeneratedRegex(
        @"^Merge pull request #(\d+) |^Merged PR (\d+): |^Merged in .*\(pull request #(\d+)\)$|\(#(\d+)\)$")]
    private static partial Regex OfSubject();

    [GeneratedRegex(@"^See merge request \S+!(\d+)\s*$", RegexOptions.Multiline)]
    private static partial Regex OfBody();
}
