using System.Collections.Immutable;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Settings;

namespace Infra.Cli.Git;

/// <summary>What every stack served of one name in one commit.</summary>
/// <param name="Stacks">By stack.</param>
internal sealed record Snapshot(ImmutableSortedDictionary<string, Served> Stacks)
{
    /// <summary>Before there was anything.</summary>
    public static readonly Snapshot Nothing =
        new(ImmutableSortedDictionary.Create<string, Served>(StringComparer.Ordinal));

    /// <summary>What a stack served.</summary>
    public Served this[string stack] => Stacks.GetValueOrDefault(stack) ?? new Served.Nothing();
}

/// <summary>Reads snapshots, many commits at once.</summary>
internal static class Snapshots
{
    /// <summary>The snapshots of commits.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="name">The prompt or flow.</param>
    /// <param name="commits">Their ids.</param>
    /// <param name="cancel">Ends the process.</param>
    public static async Task<IReadOnlyDictionary<string, Snapshot>> Read(
        GitRepository git, string name, ImmutableArray<string> commits, CancellationToken cancel)
    {
        Task<ImmutableArray<GitObject?>> In(string path) =>
            git.Objects([.. commits.Select(commit => $"{commit}:./{path}")], cancel);
        var folders = await In("").ConfigureAwait(false);
        var files = await In($"prompts/{name}.yaml").ConfigureAwait(false);
        var releases = await In($"{Release.Folder}{name}").ConfigureAwait(false);
        var settings = await Settings(git, [.. folders.SelectMany(Stacks).Distinct()], cancel).ConfigureAwait(false);
        return commits.Index().ToImmutableDictionary(commit => commit.Item, commit => new Snapshot(
            Stacks(folders[commit.Index]).ToImmutableSortedDictionary(
                stack => SettingsReader.StackOf(stack.Name)!,
                stack => Served(settings[stack], name, files[commit.Index] is not null, Newest(releases[commit.Index])),
                StringComparer.Ordinal)));
    }

    private static IEnumerable<(string Name, string Id)> Stacks(GitObject? folder) =>
        folder?.Entries().Where(entry => SettingsReader.StackOf(entry.Name) is not null) ?? [];

    /// <summary>Each text of a stack's file is read once, however many commits have it.</summary>
    private static async Task<IReadOnlyDictionary<(string Name, string Id), Checked<StackSettings>>> Settings(
        GitRepository git, ImmutableArray<(string Name, string Id)> files, CancellationToken cancel)
    {
        var contents = await git.Objects([.. files.Select(file => file.Id)], cancel).ConfigureAwait(false);
        return files.Zip(contents).ToImmutableDictionary(
            file => file.First,
            file => SettingsReader.ReadBytes(file.First.Name, file.Second is { } content ? content.Content.Span : []));
    }

    private static Served Served(Checked<StackSettings> settings, string name, bool hasWorkingFile, int? newest)
    {
        var isListed = settings.Value!.Live.ContainsKey(name);
        return settings.Diagnostics.HasErrors() && !isListed
            ? new Served.Unreadable()
            : Releases.Served.Of(settings.Value, name, hasWorkingFile, newest);
    }

    private static int? Newest(GitObject? folder) => folder?.Entries()
        .Select(entry => ReleaseFile.Parse($"{Release.Folder}any/{entry.Name}")?.Number)
        .Max();
}
