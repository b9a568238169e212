using System.Collections.Concurrent;
using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Workspace;

namespace Infra.Tests.Support;

/// <summary>The files of a folder, and how often each was read.</summary>
internal sealed class CountingTree(string folder) : ISourceTree
{
    private readonly WorkingTree _files = new(folder);

    public ConcurrentDictionary<string, int> Reads { get; } = [];

    public ImmutableArray<string> Paths => _files.Paths;

    public byte[]? Read(string path)
    {
        Reads.AddOrUpdate(path, 1, (_, reads) => reads + 1);
        return _files.Read(path);
    }
}
