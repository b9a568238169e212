using System.Collections.Immutable;
using System.Text;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Settings;
using Infra.Values;

namespace Infra.Workspace.Git;

/// <summary>What the files of past commits say; each text is read once, however many commits have it.</summary>
internal sealed class PastContents
{
    private readonly IReadOnlyDictionary<(string Stack, string Id), Checked<StackSettings>> _settings;
    private readonly IReadOnlyDictionary<string, string?> _digests;

    private PastContents(
        IReadOnlyDictionary<(string Stack, string Id), Checked<StackSettings>> settings,
        IReadOnlyDictionary<string, string?> digests) => (_settings, _digests) = (settings, digests);

    /// <summary>Reads every stack's file and release that commits brought.</summary>
    /// <exception cref="Failure">Git failed.</exception>
    public static async Task<PastContents> Read(
        GitRepository git, ImmutableArray<GitCommit> commits, CancellationToken cancel)
    {
        var changes = commits.SelectMany(commit => commit.Changes)
            .Where(change => change.Content is not null)
            .Distinct()
            .ToArray();
        var stacks = changes.Where(change => SettingsReader.StackOf(change.Path) is not null).ToArray();
        var releases = changes.Where(change => ReleaseFile.Parse(change.Path) is not null)
            .Select(change => change.Content!)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var files = await git.Objects([.. stacks.Select(change => change.Content!)], cancel).ConfigureAwait(false);
        var frozen = await git.Objects(releases, cancel).ConfigureAwait(false);
        var settings = Concurrently.Map(
            [.. stacks.Zip(files, (change, file) => new PastStackFile(change, file))], Settings);
        return new(
            stacks.Zip(settings).ToDictionary(
                stack => (SettingsReader.StackOf(stack.First.Path)!, stack.First.Content!), stack => stack.Second),
            releases.Zip(frozen).ToDictionary(
                release => release.First, release => Digest(release.Second), StringComparer.Ordinal));
    }

    /// <summary>What a stack's file said; null where there was none.</summary>
    public Checked<StackSettings>? Settings(PastProject project, string stack) =>
        project.Stacks.TryGetValue(stack, out var id) ? _settings.GetValueOrDefault((stack, id)) : null;

    /// <summary>What callers got of a name in a stack.</summary>
    public Served Served(PastProject project, string stack, string name)
    {
        if (Settings(project, stack) is not { } settings)
        {
            return new Served.Nothing();
        }

        return settings.Diagnostics.HasErrors() && !settings.Value!.Live.ContainsKey(name)
            ? new Served.Unreadable()
            : Releases.Served.Of(settings.Value!, name, project.Files.Contains(name), project.Newest(name));
    }

    /// <summary>The digest of a release; null where there is none, or its file does not say.</summary>
    public string? DigestOf(PastProject project, string name, int release) =>
        project.Release(name, release) is { } id ? _digests.GetValueOrDefault(id) : null;

    private static Checked<StackSettings> Settings(PastStackFile read) => SettingsReader.ReadPast(
        read.Change.Path, read.File is { } file ? file.Content.Span : []);

    private static string? Digest(GitObject? file)
    {
        const string Key = "digest: ";
        return file is null ? null : Encoding.UTF8.GetString(file.Content.Span).Split('\n')
            .FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal)) is { } line
                ? line[Key.Length..].Trim().Trim('"', '\'')
                : null;
    }

    /// <summary>A file, and what git has of it.</summary>
    private sealed record PastStackFile(GitChange Change, GitObject? File);
}
