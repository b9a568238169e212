using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Infra.Releases;
using Infra.Settings;

namespace Infra.Workspace.Git;

/// <summary>A commit in git's log.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parents">The ids of its parents that changed the project; empty for the first commit.</param>
/// <param name="At">The author's date; null when the commit does not state it, or states an impossible one.</param>
/// <param name="Author">The author's name, which can be any text.</param>
/// <param name="Subject">The first line of its message.</param>
/// <param name="Body">The rest of its message.</param>
public sealed record GitCommit(
    string Id, ImmutableArray<string> Parents, DateTimeOffset? At, string Author, string Subject, string Body)
{
    /// <summary>The changes since its first parent.</summary>
    public ImmutableArray<GitChange> Changes { get; init; } = [];
}

/// <summary>A file that a commit changed.</summary>
/// <param name="Path">The path from the project's folder.</param>
/// <param name="Content">The id of its content; null if it was deleted.</param>
public readonly record struct GitChange(string Path, string? Content);

/// <summary>Reads every commit that changed the project, in a single process.</summary>
internal static class GitLog
{
    /// <summary>The start of a commit's first field; no path and no id starts with it.</summary>
    private const char Start = '\u0002';

    /// <summary>Id, parents, time twice, author, subject, body; each ends with a byte that commits cannot
    /// contain.</summary>
    private const string Format = "--format=%x02%H%x00%P%x00%at%x00%aI%x00%aN%x00%s%x00%b%x00";

    /// <summary>The commits, each after its parents.</summary>
    /// <exception cref="Failure">There is no repository, no commit, or no git.</exception>
    public static async Task<ImmutableArray<GitCommit>> Read(GitRepository git, CancellationToken cancel)
    {
        string[] arguments =
        [
            "log", "-z", "--date-order", "--reverse", "--full-history", "--parents", "--no-show-signature", "--raw",
            "--no-abbrev", "--no-renames", "--diff-merges=first-parent", "--relative", Format,
            "HEAD", "--", ProjectConfig.File, ":(glob)Pulumi.*.yaml", ":(glob)prompts/*.yaml",
            Release.Folder.TrimEnd('/'),
        ];
        var log = Encoding.UTF8.GetString(await git.Read(arguments, cancel).ConfigureAwait(false));
        return Parse(log.Split('\0'));
    }

    private static ImmutableArray<GitCommit> Parse(string[] fields)
    {
        var commits = ImmutableArray.CreateBuilder<GitCommit>();
        for (var i = 0; i < fields.Length;)
        {
            if (fields[i] is not [Start, .. var id] || i + 6 >= fields.Length)
            {
                i++;
                continue;
            }

            var commit = new GitCommit(
                id,
                [.. fields[i + 1].Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                Time(fields[i + 2], fields[i + 3]),
                // Git prints a placeholder unchanged if the author's line lacks that part.
                fields[i + 4] is "%aN" or "" ? "unknown" : fields[i + 4],
                fields[i + 5],
                fields[i + 6]);
            var changes = ImmutableArray.CreateBuilder<GitChange>();
            for (i += 7; i + 1 < fields.Length && fields[i] is not [Start, ..]; i++)
            {
                if (fields[i].TrimStart('\n') is [':', ..] and var raw)
                {
                    changes.Add(Change(raw, fields[++i]));
                }
            }

            commits.Add(commit with { Changes = changes.ToImmutable() });
        }

        return commits.ToImmutable();
    }

    /// <summary>A line as in <c>:100644 100644 id id M</c>; links and submodules are not files.</summary>
    private static GitChange Change(string raw, string path) =>
        raw.Split(' ') is [_, ['1', '0', '0', ..], _, var content, ..] ? new(path, content) : new(path, null);

    /// <summary>Git accepts any time zone and any number of seconds, unlike a calendar.</summary>
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
}
