using Infra.Releases;
using Infra.Settings;

namespace Infra.Workspace.Git;

/// <summary>Something that a commit changed for callers, or made available to them. The set of cases is
/// closed.</summary>
/// <param name="Commit">The commit.</param>
public abstract record PastEvent(GitCommit Commit)
{
    /// <summary>The start of the line in a commit's message that states the reason.</summary>
    public const string ReasonKey = "Because:";

    /// <summary>The pull request that brought it, as in <c>#12</c>; null when no merge names one.</summary>
    public string? PullRequest { get; init; }

    /// <summary>The reason in the commit's message (<c>Because: ...</c>); null for none.</summary>
    public string? Reason => Commit.Body.Split('\n')
        .LastOrDefault(line => line.StartsWith(ReasonKey, StringComparison.OrdinalIgnoreCase)) is { } line
        && line[ReasonKey.Length..].Trim() is { Length: > 0 } reason
            ? reason
            : null;

    /// <summary>A release was made.</summary>
    /// <param name="Commit">The commit.</param>
    /// <param name="Name">The prompt or flow.</param>
    /// <param name="Number">The release.</param>
    /// <param name="Digest">The digest of its content, as its file states it; null when it does not.</param>
    public sealed record Released(GitCommit Commit, string Name, int Number, string? Digest) : PastEvent(Commit);

    /// <summary>A stack's target of a name changed.</summary>
    /// <param name="Commit">The commit.</param>
    /// <param name="Stack">The stack.</param>
    /// <param name="Name">The prompt or flow.</param>
    /// <param name="From">What callers got before.</param>
    /// <param name="To">What callers get after the deployment.</param>
    /// <param name="Digest">The digest of the release that they get; null for anything else.</param>
    public sealed record Moved(
        GitCommit Commit, string Stack, string Name, Served From, Served To, string? Digest) : PastEvent(Commit);

    /// <summary>An experiment of a stack started, changed or ended.</summary>
    /// <param name="Commit">The commit.</param>
    /// <param name="Stack">The stack.</param>
    /// <param name="Name">The prompt or flow.</param>
    /// <param name="From">The old experiment; null for none.</param>
    /// <param name="To">The new experiment; null for none.</param>
    public sealed record Compared(
        GitCommit Commit, string Stack, string Name, Experiment? From, Experiment? To) : PastEvent(Commit);

    /// <summary>A stack's setting changed that affects callers.</summary>
    /// <param name="Commit">The commit.</param>
    /// <param name="Stack">The stack.</param>
    /// <param name="Setting">As in <c>values.orderLookup</c>.</param>
    /// <param name="From">The old value; null for none.</param>
    /// <param name="To">The new value; null for none.</param>
    public sealed record Reset(
        GitCommit Commit, string Stack, string Setting, string? From, string? To) : PastEvent(Commit);
}
