using Infra.Releases;
using Infra.Settings;

namespace Infra.Workspace.Git;

/// <summary>Something that a commit did to what callers get, or could get. A closed set.</summary>
/// <param name="Commit">The commit.</param>
public abstract record PastEvent(GitCommit Commit)
{
    /// <summary>How a message says why, at the start of a line.</summary>
    public const string ReasonKey = "Because:";

    /// <summary>The pull request that brought it, as in <c>#12</c>; null when no merge says so.</summary>
    public string? PullRequest { get; init; }

    /// <summary>Why, as the commit's message says (<c>Because: ...</c>); null when it does not.</summary>
    public string? Reason => Commit.Body.Split('\n')
        .LastOrDefault(line => line.StartsWith(ReasonKey, StringComparison.OrdinalIgnoreCase)) is { } line
        && line[ReasonKey.Length..].Trim() is { Length: > 0 } reason
            ? reason
            : null;

    /// <summary>A release was made.</summary>
    /// <param name="Commit">The commit.</param>
    /// <param name="Name">The prompt or flow.</param>
    /// <param name="Number">The release.</param>
    /// <param name="Digest">Of what it froze, as its file says; null when it does not.</param>
    public sealed record Released(GitCommit Commit, string Name, int Number, string? Digest) : PastEvent(Commit);

    /// <summary>A stack came to serve something else of a name.</summary>
    /// <param name="Commit">The commit.</param>
    /// <param name="Stack">The stack.</param>
    /// <param name="Name">The prompt or flow.</param>
    /// <param name="From">What callers got before.</param>
    /// <param name="To">What they get since it was deployed.</param>
    /// <param name="Digest">Of the release that they get; null for anything else.</param>
    public sealed record Moved(
        GitCommit Commit, string Stack, string Name, Served From, Served To, string? Digest) : PastEvent(Commit);

    /// <summary>An experiment of a stack started, changed or ended.</summary>
    /// <param name="Commit">The commit.</param>
    /// <param name="Stack">The stack.</param>
    /// <param name="Name">The prompt or flow.</param>
    /// <param name="From">What ran; null for nothing.</param>
    /// <param name="To">What runs; null for nothing.</param>
    public sealed record Compared(
        GitCommit Commit, string Stack, string Name, Experiment? From, Experiment? To) : PastEvent(Commit);

    /// <summary>A setting of a stack that changes what callers get.</summary>
    /// <param name="Commit">The commit.</param>
    /// <param name="Stack">The stack.</param>
    /// <param name="Setting">As in <c>values.orderLookup</c>.</param>
    /// <param name="From">What it said; null for nothing.</param>
    /// <param name="To">What it says; null for nothing.</param>
    public sealed record Reset(
        GitCommit Commit, string Stack, string Setting, string? From, string? To) : PastEvent(Commit);
}
