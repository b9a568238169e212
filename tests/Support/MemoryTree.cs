using System.Collections.Immutable;
using System.Text;
using Infra.Definitions;

namespace Infra.Tests.Support;

/// <summary>Files that a test writes itself.</summary>
internal sealed class MemoryTree : ISourceTree
{
    private readonly ImmutableSortedDictionary<string, byte[]> _files;

    public MemoryTree(params IEnumerable<(string Path, string Text)> files)
        : this(files.Select(file => (file.Path, Encoding.UTF8.GetBytes(file.Text))))
    {
    }

    public MemoryTree(params IEnumerable<(string Path, byte[] Content)> files) =>
        _files = files.ToImmutableSortedDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal);

    public ImmutableArray<string> Paths => [.. _files.Keys];

    public byte[]? Read(string path) => _files.GetValueOrDefault(path);
}
