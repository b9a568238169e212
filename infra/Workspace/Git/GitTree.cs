using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Infra.Definitions;
using Infra.Settings;
using Infra.Values;

namespace Infra.Workspace.Git;

/// <summary>The project's files in one commit.</summary>
/// <remarks>Only files that differ from the working tree are read from git; the others are taken from the working
/// tree.</remarks>
public sealed class GitTree : ISourceTree
{
    private readonly ImmutableSortedDictionary<string, byte[]> _files;

    private GitTree(ImmutableSortedDictionary<string, byte[]> files, ImmutableHashSet<string> same)
    {
        (_files, Same) = (files, same);
        Paths = [.. files.Keys];
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Paths { get; }

    /// <summary>The paths of files whose content is the same in the working tree.</summary>
    public ImmutableHashSet<string> Same { get; }

    /// <summary>Reads a revision.</summary>
    /// <exception cref="Failure">There is no such revision, no repository, or no git; or a file's content is
    /// missing.</exception>
    public static async Task<GitTree> Read(
        GitRepository git, string revision, ISourceTree working, CancellationToken cancel)
    {
        var commit = await git.Commit(revision, cancel).ConfigureAwait(false);
        var top = git.Entries(commit, below: null, cancel);
        var prompts = git.Entries(commit, "prompts", cancel);
        var entries = (await prompts.ConfigureAwait(false))
            .Concat((await top.ConfigureAwait(false)).Where(entry =>
                entry.Path is ProjectConfig.File || SettingsReader.StackOf(entry.Path) is not null))
            .Where(entry => entry.Mode.StartsWith("100", StringComparison.Ordinal))
            .ToArray();
        var files = Concurrently.Map(entries, entry => new GitFile(entry, SameContent(entry, working)));
        var missing = files.Where(file => file.Content is null).Select(file => file.Entry).ToArray();
        var objects = await git.Objects([.. missing.Select(entry => entry.Id)], cancel).ConfigureAwait(false);
        var same = files.Where(file => file.Content is not null).ToArray();
        return new(
            same.Select(file => (file.Entry.Path, Content: file.Content!))
                .Concat(missing.Zip(objects, (entry, found) => (entry.Path, Content: Content(entry, found, commit))))
                .ToImmutableSortedDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal),
            [.. same.Select(file => file.Entry.Path)]);
    }

    /// <inheritdoc/>
    public byte[]? Read(string path) => _files.GetValueOrDefault(path);

    /// <summary>The content of a file; a missing object is a failure, not an empty file.</summary>
    private static byte[] Content(GitEntry entry, GitObject? found, string commit) => found is { Type: "blob" }
        ? found.Content.ToArray()
        : throw new Failure($"The repository lacks the content of {entry.Path} in commit {commit[..10]}, because the "
            + "clone is partial, shallow or damaged. Run 'git fetch --refetch', or clone it again.");

    private static byte[]? SameContent(GitEntry entry, ISourceTree working) =>
        working.Read(entry.Path) is { } content && IdOf(content, entry.Id.Length) == entry.Id ? content : null;

    /// <summary>The id that git gives a file, from its length and content; repositories use SHA-1 or SHA-256.</summary>
    private static string IdOf(ReadOnlySpan<byte> content, int length)
    {
        var algorithm = length == 40 ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        using var hash = IncrementalHash.CreateHash(algorithm);
        hash.AppendData(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {content.Length}\0")));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A file in the commit; its content is null when the working tree has a different one.</summary>
    private sealed record GitFile(GitEntry Entry, byte[]? Content);
}
