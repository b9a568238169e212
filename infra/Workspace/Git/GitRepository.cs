using System.Collections.Immutable;
using System.Text;

namespace Infra.Workspace.Git;

/// <summary>Queries the git repository of a folder, read-only.</summary>
/// <param name="Folder">The project's folder, from which paths start; it need not be the repository's root.</param>
/// <remarks>What users type never becomes an option: revisions are turned into ids first, and paths follow
/// <c>--</c>.</remarks>
public sealed record GitRepository(string Folder)
{
    /// <summary>The id of the commit that a revision refers to, as in <c>HEAD~2</c> or <c>origin/main</c>.</summary>
    /// <exception cref="Failure">There is no such commit, no repository, or no git.</exception>
    internal async Task<string> Commit(string revision, CancellationToken cancel)
    {
        string[] arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}"];
        var run = await GitProcess.Run(Folder, arguments, input: default, cancel).ConfigureAwait(false);
        return run switch
        {
            { Exit: 0 } => Encoding.UTF8.GetString(run.Output).Trim(),
            { Error: "" } => throw new Failure($"Git does not know the revision '{revision}'. Correct it, or fetch "
                + "it first (in GitHub Actions: 'fetch-depth: 0')."),
            _ => throw run.Failure(arguments[0]),
        };
    }

    /// <summary>The output of a command.</summary>
    /// <exception cref="Failure">It failed.</exception>
    internal async Task<byte[]> Read(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var run = await GitProcess.Run(Folder, arguments, input: default, cancel).ConfigureAwait(false);
        return run.Exit == 0 ? run.Output : throw run.Failure(arguments[0]);
    }

    /// <summary>The output of a command with <c>-z</c>, split into its pieces.</summary>
    /// <exception cref="Failure">It failed.</exception>
    internal async Task<ImmutableArray<string>> Pieces(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var output = await Read(arguments, cancel).ConfigureAwait(false);
        return [.. Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The entries of a commit.</summary>
    /// <param name="commit">Its id.</param>
    /// <param name="below">A folder, for everything below it; null for the files directly in the project.</param>
    /// <param name="cancel">Ends the process.</param>
    /// <exception cref="Failure">There is no such commit.</exception>
    internal async Task<ImmutableArray<GitEntry>> Entries(string commit, string? below, CancellationToken cancel)
    {
        string[] arguments = below is null
            ? ["ls-tree", "-z", "--end-of-options", commit]
            : ["ls-tree", "-z", "-r", "--end-of-options", commit, "--", below];
        var entries = await Pieces(arguments, cancel).ConfigureAwait(false);
        return [.. entries.Select(GitEntry.Parse)];
    }

    /// <summary>Many objects at once, in the order of their names; null for one that does not exist.</summary>
    /// <param name="names">Ids, or <c>id:./path</c>; a name with a line end does not exist.</param>
    /// <param name="cancel">Ends the process.</param>
    internal async Task<ImmutableArray<GitObject?>> Objects(IReadOnlyCollection<string> names, CancellationToken cancel)
    {
        if (names.Count == 0)
        {
            return [];
        }

        // Git answers this line with "missing", whatever the name was.
        var lines = names.Select(name => name.AsSpan().ContainsAny('\n', '\r') ? "-" : name);
        string[] arguments = ["cat-file", "--batch"];
        var input = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n")));
        var run = await GitProcess.Run(Folder, arguments, input, cancel).ConfigureAwait(false);
        return run.Exit == 0 ? GitObject.ParseBatch(run.Output, names.Count) : throw run.Failure(arguments[0]);
    }
}
