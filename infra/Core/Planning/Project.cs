using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Settings;

namespace Infra.Planning;

/// <summary>Everything the repository says: definitions, and the settings of every stack.</summary>
/// <param name="Catalog">The definitions.</param>
/// <param name="Stacks">The settings, by stack, in ordinal order; those of a file that is broken are missing.</param>
public sealed record Project(Catalog Catalog, ImmutableSortedDictionary<string, StackSettings> Stacks)
{
    /// <summary>Reads the whole project; what is wrong with it is reported in file order.</summary>
    public static Checked<Project> Read(ISourceTree tree)
    {
        var catalog = Catalog.Read(tree);
        var stacks = tree.Paths
            .Where(path => SettingsReader.StackOf(path) is not null)
            .Select(path => SettingsReader.ReadFile(path, tree))
            .ToArray();
        return new(
            new(catalog.Value!, stacks.ToImmutableSortedDictionary(stack => stack.Value!.Stack, stack => stack.Value!, StringComparer.Ordinal)),
            [.. catalog.Diagnostics, .. stacks.SelectMany(stack => stack.Diagnostics)]);
    }
}
