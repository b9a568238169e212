using System.Collections.Immutable;
using System.Text;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Settings;
using Infra.Values;

namespace Infra.Workspace.Git;

/// <summary>The contents of files in past commits; each is read once, however many commits have it.</summary>
internal sealed class PastContents
{
    private readonly IReadOnlyDictionary<PastStackFile, Checked<StackSettings>> _settings;
    private readonly IReadOnlyDictionary<string, string?> _digests;

    private PastContents(
        IReadOnlyDictionary<PastStackFile, Checked<StackSettings>> settings,
        IReadOnlyDictionary<string, string?> digests) => (_settings, _digests) = (settings, digests);

    /// <summary>Reads every stack file in the commits, and every release if asked to.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="commits">The commits.</param>
    /// <param name="past">The project after each of them.</param>
    /// <param name="withDigests">Whether the releases are read.</param>
    /// <param name="cancel">Ends the process.</param>
    /// <exception cref="Failure">Git failed.</exception>
    public static async Task<PastContents> Read(
        GitRepository git,
        ImmutableArray<GitCommit> commits,
        IReadOnlyDictionary<string, PastProject> past,
        bool withDigests,
        CancellationToken cancel)
    {
        PastStackFile[] stacks =
        [
            .. (from commit in commits
                let project = past[commit.Id]
                from stack in project.Changed(commit)
                select File(project, stack)).OfType<PastStackFile>().Distinct(),
        ];
        string[] releases =
        [
            .. (from commit in commits
                from change in commit.Changes
                where withDigests && ReleaseFile.Parse(change.Path) is not null
                select change.Content).OfType<string>().Distinct(StringComparer.Ordinal),
        ];
        var files = await git.Objects([.. stacks.Select(stack => stack.Id)], cancel).ConfigureAwait(false);
        var frozen = await git.Objects(releases, cancel).ConfigureAwait(false);
        var projects = await Projects(git, stacks, cancel).ConfigureAwait(false);
        var contents = stacks.Zip(files).ToDictionary(read => read.First, read => read.Second);
        var settings = Concurrently.Map(
            stacks, stack => Settings(stack.Stack, contents[stack], projects[stack.Project]));
        return new(
            stacks.Zip(settings).ToDictionary(stack => stack.First, stack => stack.Second),
            releases.Zip(frozen).ToDictionary(
                release => release.First, release => Digest(release.Second), StringComparer.Ordinal));
    }

    /// <summary>The settings in a stack's file; null where there was none.</summary>
    public Checked<StackSettings>? Settings(PastProject project, string stack) =>
        File(project, stack) is { } file ? _settings.GetValueOrDefault(file) : null;

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

    /// <summary>The digest of a release; null where there is none, its file does not state it, or no releases were
    /// read.</summary>
    public string? DigestOf(PastProject project, string name, int release) =>
        project.Release(name, release) is { } id ? _digests.GetValueOrDefault(id) : null;

    private static PastStackFile? File(PastProject project, string stack) =>
        project.Stacks.TryGetValue(stack, out var id) ? new(stack, id, project.Config ?? "") : null;

    /// <summary>The project's configuration by the id of its file; empty where there was none.</summary>
    private static async Task<Dictionary<string, Checked<ProjectConfig>>> Projects(
        GitRepository git, IEnumerable<PastStackFile> stacks, CancellationToken cancel)
    {
        string[] ids = [.. stacks.Select(stack => stack.Project).Where(id => id.Length > 0).Distinct()];
        var files = await git.Objects(ids, cancel).ConfigureAwait(false);
        return ids.Zip(files, (id, file) => (id, ProjectConfig.ReadPast(Bytes(file))))
            .Append(("", new(ProjectConfig.None, [])))
            .ToDictionary(StringComparer.Ordinal);
    }

    private static Checked<StackSettings> Settings(string stack, GitObject? file, Checked<ProjectConfig> project)
    {
        var settings = SettingsReader.ReadPast($"Pulumi.{stack}.yaml", Bytes(file), project.Value!);
        return new(settings.Value, [.. project.Diagnostics, .. settings.Diagnostics]);
    }

    private static ReadOnlySpan<byte> Bytes(GitObject? file) => file is { } read ? read.Content.Span : [];

    private static string? Digest(GitObject? file)
    {
        const string Key = "digest: ";
        return file is null ? null : Encoding.UTF8.GetString(file.Content.Span).Split('\n')
            .FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal)) is { } line
                ? line[Key.Length..].Trim().Trim('"', '\'')
                : null;
    }

    /// <summary>A stack's file and the project's file, by their ids in git.</summary>
    private sealed record PastStackFile(string Stack, string Id, string Project);
}
