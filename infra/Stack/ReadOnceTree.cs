using System.Collections.Concurrent;
using System.Collections.Immutable;
using Infra.Definitions;

namespace Infra.Stack;

/// <summary>Remembers what was read: a file with a warning is asked for again, for what it allows.</summary>
internal sealed class ReadOnceTree(ISourceTree files) : ISourceTree
{
    private readonly ConcurrentDictionary<string, byte[]?> _read = new(StringComparer.Ordinal);

    public ImmutableArray<string> Paths => files.Paths;

    public byte[]? Read(string path) => _read.GetOrAdd(path, files.Read);
}
