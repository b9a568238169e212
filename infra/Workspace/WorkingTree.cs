using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Yaml;
using Infra.Settings;

namespace Infra.Workspace;

/// <summary>The project's files on disk, listed once; each is read when it is asked for.</summary>
public sealed class WorkingTree : ISourceTree
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    private readonly string _root;
    private readonly HashSet<string> _known;

    /// <summary>Lists the files of a project; reads none.</summary>
    public WorkingTree(string root)
    {
        _root = root;
        Paths = [.. Stacks(root).Concat(Prompts(root)).Order(StringComparer.Ordinal)];
        _known = new(Paths, StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public ImmutableArray<string> Paths { get; }

    /// <inheritdoc />
    public byte[]? Read(string path)
    {
        if (!_known.Contains(path))
        {
            return null;
        }

        var file = Path.Combine(_root, path);

        // One byte more than is allowed is enough to see that a file is too large.
        return new FileInfo(file).Length <= SourceText.LargestFile
            ? File.ReadAllBytes(file)
            : new byte[SourceText.LargestFile + 1];
    }

    private static IEnumerable<string> Stacks(string root) => Directory
        .EnumerateFiles(root, "Pulumi.*.yaml")
        .Select(file => Path.GetFileName(file))
        .Where(file => SettingsReader.StackOf(file) is not null);

    private static IEnumerable<string> Prompts(string root)
    {
        var prompts = new DirectoryInfo(Path.Combine(root, "prompts"));
        return prompts.Exists
            ? prompts.EnumerateFiles("*", Everything)
                .Where(file => IsInside(file, prompts))
                .Select(file => Path.GetRelativePath(root, file.FullName).Replace('\\', '/'))
            : [];
    }

    /// <summary>A link counts only when what it leads to is inside as well.</summary>
    private static bool IsInside(FileInfo file, DirectoryInfo prompts) =>
        file.LinkTarget is null
        || (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target
            && target.FullName.StartsWith(prompts.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal));
}
