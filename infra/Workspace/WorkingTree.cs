using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Settings;
using Infra.Workspace.Git;

namespace Infra.Workspace;

/// <summary>The project's files on disk, listed once; each is read when it is asked for.</summary>
public sealed class WorkingTree : ISourceTree
{
    private const string Prompts = "prompts";

    private readonly string _root;

    /// <summary>The real path of each file, which differs where a link is part of the path.</summary>
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _problems = [];
    private readonly Lazy<ProjectHistory?> _history;

    /// <summary>Lists the files of a project without reading them.</summary>
    public WorkingTree(string root)
    {
        _root = Path.GetFullPath(root);
        _history = new(() => History(_root));
        foreach (var file in new DirectoryInfo(_root).EnumerateFiles("Pulumi*.yaml"))
        {
            if (file.Name is ProjectConfig.File || SettingsReader.StackOf(file.Name) is not null)
            {
                Add(file.Name, file, _root);
            }
        }

        if (new DirectoryInfo(Path.Combine(_root, Prompts)) is { Exists: true } prompts)
        {
            List(Prompts, prompts);
        }

        Paths = [.. _files.Keys.Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public ImmutableArray<string> Paths { get; }

    /// <inheritdoc />
    public ImmutableArray<Diagnostic> Problems => [.. _problems];

    /// <inheritdoc />
    /// <remarks>Reading one byte more than is allowed is enough to find that a file is too large.</remarks>
    public byte[]? Read(string path) =>
        _files.GetValueOrDefault(path) is { } file ? ProjectFile.Read(_root, file, SourceText.LargestFile + 1) : null;

    /// <inheritdoc />
    /// <remarks>Git is run for the first release that is asked for, and only once.</remarks>
    public IReadOnlyCollection<string>? EverLive(string name, int release) => _history.Value?.EverLive(name, release);

    /// <summary>The history in git; null where there is no repository, no commit or no git.</summary>
    private static ProjectHistory? History(string root)
    {
        try
        {
            return Task.Run(() => ProjectHistory.Read(new(root), withDigests: false, CancellationToken.None))
                .GetAwaiter().GetResult();
        }
        catch (Failure)
        {
            return null;
        }
    }

    /// <summary>Lists a folder; links to folders are not followed, so each is visited once.</summary>
    private void List(string path, DirectoryInfo folder)
    {
        if (folder.LinkTarget is not null)
        {
            NotFollowed(path, "it is a link to a folder");
            return;
        }

        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var below = $"{path}/{entry.Name}";
            if (entry.Name.Contains('\uFFFD', StringComparison.Ordinal))
            {
                NotFollowed(below, "its name is not UTF-8");
            }
            else if (entry is DirectoryInfo inner)
            {
                List(below, inner);
            }
            else
            {
                Add(below, (FileInfo)entry, Path.Combine(_root, Prompts));
            }
        }
    }

    /// <summary>Adds a file; a link counts only if its target is in the folder too.</summary>
    private void Add(string path, FileInfo file, string inside)
    {
        if (file.LinkTarget is null)
        {
            _files[path] = path;
        }
        else if (Target(file) is { } target
            && target.StartsWith(inside + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            _files[path] = Path.GetRelativePath(_root, target).Replace('\\', '/');
        }
        else
        {
            NotFollowed(path, "it is a link that points outside "
                + $"{(inside == _root ? "the project" : $"{Prompts}/")}");
        }
    }

    private void NotFollowed(string path, string why) =>
        _problems.Add(Infra.Diagnostics.Problems.NotFollowed(Location.StartOf(path), why));

    private static string? Target(FileInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target
                ? target.FullName
                : null;
        }
        catch (IOException)
        {
            // A link to itself has no target.
            return null;
        }
    }
}
