using System.Collections.Immutable;
using System.Text;
using Infra.Definitions;

namespace Infra.Tests.Support;

/// <summary>Files that a test writes itself.</summary>
internal sealed class MemoryTree : ISourceTree
{
    private readonly ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> _files;

    public MemoryTree(params IEnumerable<(string Path, string Text)> files)
        : this(files.Select(file => (file.Path, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Text))))
    {
    }

    public MemoryTree(params IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> files) =>
        _files = files.ToImmutableSortedDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal);

    public ImmutableArray<string> Paths => [.. _files.Keys];

    public ReadOnlyMemory<byte>? Read(string path) => _files.TryGetValue(path, out var content) ? content : null;
}
