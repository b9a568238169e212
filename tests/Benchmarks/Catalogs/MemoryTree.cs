using System.Collections.Immutable;
using System.Text;
using Infra.Definitions;

namespace Infra.Benchmarks.Catalogs;

/// <summary>Files that are in memory, so that a stage is measured without the disk.</summary>
internal sealed class MemoryTree(ImmutableSortedDictionary<string, string> files) : ISourceTree
{
    private readonly Dictionary<string, byte[]> _files = files.ToDictionary(
        file => file.Key, file => Encoding.UTF8.GetBytes(file.Value), StringComparer.Ordinal);

    public ImmutableArray<string> Paths { get; } = [.. files.Keys];

    public byte[]? Read(string path) => _files.GetValueOrDefault(path);
}
