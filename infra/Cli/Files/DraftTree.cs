using System.Collections.Immutable;
using System.Text;
using Infra.Definitions;
using Infra.Diagnostics;

namespace Infra.Cli.Files;

/// <summary>A tree in which some files have new contents that are not written yet.</summary>
internal sealed class DraftTree(ISourceTree tree, IReadOnlyDictionary<string, string> drafts) : ISourceTree
{
    public ImmutableArray<string> Paths { get; } =
        [.. tree.Paths.Union(drafts.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public ImmutableArray<Diagnostic> Problems => tree.Problems;

    public IReadOnlyCollection<string>? EverLive(string name, int release) => tree.EverLive(name, release);

    public byte[]? Read(string path) =>
        drafts.TryGetValue(path, out var text) ? Encoding.UTF8.GetBytes(text) : tree.Read(path);
}
