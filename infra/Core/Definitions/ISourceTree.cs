using System.Collections.Immutable;
using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>The project's files as of one moment: the working tree, a git revision, or a test's own.</summary>
/// <remarks>
/// Paths are relative to the project's folder, with forward slashes. What a tree does not list does not exist for
/// us: links that lead out of <c>prompts/</c> are not listed.
/// </remarks>
public interface ISourceTree
{
    /// <summary>Every file below <c>prompts/</c>, <c>Pulumi.yaml</c> and every <c>Pulumi.*.yaml</c>, in ordinal order.
    /// </summary>
    ImmutableArray<string> Paths { get; }

    /// <summary>What lies among the files and is not read.</summary>
    ImmutableArray<Diagnostic> Problems => [];

    /// <summary>The stacks in which a release ever was live, by the files' history; null where none is known.</summary>
    IReadOnlyCollection<string>? EverLive(string name, int release) => null;

    /// <summary>The bytes of a file, or null when the tree does not have it, or when it is no regular file.</summary>
    byte[]? Read(string path);
}
