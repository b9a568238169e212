using System.Collections.Immutable;
using Infra.Definitions;

namespace Infra.Cli.Files;

/// <summary>A tree of files that are not written yet.</summary>
internal sealed class MadeTree(ImmutableSortedDictionary<string, byte[]> files) : ISourceTree
{
    public ImmutableArray<string> Paths { get; } =
    [
        .. files.Keys.Where(path => !path.Contains('/', StringComparison.Ordinal)
            ? Settings.SettingsReader.IsConfiguration(path)
            : path.StartsWith("prompts/", StringComparison.Ordinal)),
    ];

    public byte[]? Read(string path) => files.GetValueOrDefault(path);
}
