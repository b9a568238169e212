using System.Collections.Immutable;
using Infra.Diagnostics;

namespace Infra.Definitions;

/// <summary>The project's files at one moment: the working tree, a git revision, or files of a test.</summary>
/// <remarks>
/// Paths are relative to the project's folder, with forward slashes. Files that a tree does not list do not exist for
/// this tool: links that lead out of <c>prompts/</c> are not listed.
/// </remarks>
public interface ISourceTree
{
    /// <summary>Every file in or under <c>prompts/</c>, <c>Pulumi.yaml</c> and every <c>Pulumi.*.yaml</c>, in ordinal
    /// order.</summary>
    ImmutableArray<string> Paths { get; }

    /// <summary>Reports of what is among the files and is not read.</summary>
    ImmutableArray<Diagnostic> Problems => [];

    /// <summary>The stacks in which a release has ever been live, according to the history of their files; null where
    /// that is unknown.</summary>
    IReadOnlyCollection<string>? EverLive(string name, int release) => null;

    /// <summary>The bytes of a file; null when the tree does not have it, or when it is not a regular file.</summary>
    byte[]? Read(string path);
}
