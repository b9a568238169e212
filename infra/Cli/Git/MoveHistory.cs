using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Infra.Releases;
using Infra.Workspace;

namespace Infra.Cli.Git;

/// <summary>A commit that changed what callers of a name get.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Stack">The stack.</param>
/// <param name="From">What callers got before.</param>
/// <param name="To">What they get since it was deployed.</param>
internal sealed record Moved(GitCommit Commit, string Stack, Served From, Served To);

/// <summary>A commit as the log tells it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parents">The ids of those it was made from; none for the first.</param>
/// <param name="At">When its author made it; null when the commit does not say, or says what no calendar has.</param>
/// <param name="Author">Who, as the commit says; anybody can write anything there.</param>
/// <param name="Subject">The first line of its message.</param>
internal sealed record GitCommit(
    string Id, ImmutableArray<string> Parents, DateTimeOffset? At, string Author, string Subject);

/// <summary>Who moved what when: git knows, because the stacks' files are the only pointers.</summary>
internal static class MoveHistory
{
    /// <summary>Id, parents, time twice, author, subject; each ends with the byte that no commit can hold.</summary>
    private const string Format = "--format=%H%x00%P%x00%at%x00%aI%x00%aN%x00%s";

    /// <summary>Every change of what callers of a name get, newest first.</summary>
    /// <exception cref="Failure">There is no repository, no commit, or no git.</exception>
    public static async Task<ImmutableArray<Moved>> Of(GitRepository git, string name, CancellationToken cancel)
    {
        var commits = await Log(git, name, cancel).ConfigureAwait(false);
        var snapshots = await Snapshots
            .Read(git, name, [.. commits.SelectMany(commit => commit.Parents.Prepend(commit.Id)).Distinct()], cancel)
            .ConfigureAwait(false);
        return [.. commits.SelectMany(commit => Moves(commit, snapshots))];
    }

    /// <summary>The commits that touched a stack, the working file or a release, which moves <c>latest</c>.</summary>
    private static async Task<ImmutableArray<GitCommit>> Log(GitRepository git, string name, CancellationToken cancel)
    {
        string[] arguments =
        [
            "log", "-z", "--date-order", "--no-show-signature", Format,
            "HEAD", "--", ":(glob)Pulumi.*.yaml", $"prompts/{name}.yaml", $"{Release.Folder}{name}",
        ];
        var log = Encoding.UTF8.GetString(await git.Read(arguments, cancel).ConfigureAwait(false));
        return [.. log.Split('\0').Chunk(6).Where(fields => fields.Length == 6).Select(fields => new GitCommit(
            fields[0],
            [.. fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            Time(fields[2], fields[3]),
            // What git cannot find in the author's line, it leaves as it was asked.
            fields[4] is "%aN" or "" ? "unknown" : fields[4],
            fields[5]))];
    }

    /// <summary>Git takes any time zone and any number of seconds; a calendar does not.</summary>
    private static DateTimeOffset? Time(string seconds, string text)
    {
        if (!long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || number < DateTimeOffset.MinValue.ToUnixTimeSeconds()
            || number > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return null;
        }

        var time = DateTimeOffset.FromUnixTimeSeconds(number);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var local) && local == time
            ? local
            : time;
    }

    /// <summary>A merge moves only what it does not take from one of its parents.</summary>
    private static IEnumerable<Moved> Moves(GitCommit commit, IReadOnlyDictionary<string, Snapshot> snapshots)
    {
        var after = snapshots[commit.Id];
        Snapshot[] before = commit.Parents.IsEmpty
            ? [Snapshot.Nothing]
            : [.. commit.Parents.Select(parent => snapshots[parent])];
        return before.Append(after)
            .SelectMany(snapshot => snapshot.Stacks.Keys)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Where(stack => before.All(parent => parent[stack] != after[stack]))
            .Select(stack => new Moved(commit, stack, before[0][stack], after[stack]));
    }
}
