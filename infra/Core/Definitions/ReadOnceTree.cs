using System.Collections.Concurrent;
using System.Collections.Immutable;
using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>A tree that remembers the files it has read, so that every reader gets the bytes of the first
/// time.</summary>
/// <remarks>A file with a warning is read again for its <c>allow</c> comments; a comparison with git reads all of
/// them.</remarks>
public sealed class ReadOnceTree : ISourceTree
{
    private readonly ISourceTree _files;
    private readonly ConcurrentDictionary<string, Lazy<byte[]?>> _read = new(StringComparer.Ordinal);

    private ReadOnceTree(ISourceTree files) => _files = files;

    /// <inheritdoc/>
    public ImmutableArray<string> Paths => _files.Paths;

    /// <inheritdoc/>
    public ImmutableArray<Diagnostic> Problems => _files.Problems;

    /// <inheritdoc/>
    public IReadOnlyCollection<string>? EverLive(string name, int release) => _files.EverLive(name, release);

    /// <summary>The same files; each is read when it is first asked for and never again.</summary>
    public static ReadOnceTree Of(ISourceTree files) => files as ReadOnceTree ?? new(files);

    /// <inheritdoc/>
    public byte[]? Read(string path) => _read.GetOrAdd(path, key => new(() => _files.Read(key))).Value;
}
