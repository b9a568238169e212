using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Settings;
using Infra.Validation;

namespace Infra.Planning;

/// <summary>Everything the repository says: definitions, releases, and the settings of every stack.</summary>
/// <param name="Catalog">The definitions.</param>
/// <param name="Releases">The releases.</param>
/// <param name="Stacks">The settings, by stack, in ordinal order.</param>
public sealed record Project(
    Catalog Catalog, ReleaseHistory Releases, ImmutableSortedDictionary<string, StackSettings> Stacks)
{
    /// <summary>Whether a name has a working file or a release.</summary>
    public bool Knows(string name) => Catalog.Definitions.ContainsKey(name) || !Releases[name].IsEmpty;

    /// <summary>Reads the whole project; what is wrong with it is reported in file order.</summary>
    public static Checked<Project> Read(ISourceTree tree)
    {
        var catalog = Catalog.Read(tree);
        var releases = ReleaseHistory.Read(tree, catalog.Value!.Includes);
        var stacks = tree.Paths
            .Where(path => SettingsReader.StackOf(path) is not null)
            .Select(path => SettingsReader.ReadFile(path, tree))
            .ToArray();
        return new(
            new(
                catalog.Value,
                releases.Value!,
                stacks.ToImmutableSortedDictionary(stack => stack.Value!.Stack, stack => stack.Value!, StringComparer.Ordinal)),
            [
                .. catalog.Diagnostics,
                .. CatalogRules.Check(catalog.Value, prompt => Find(prompt, catalog.Value, releases.Value!)),
                .. releases.Diagnostics,
                .. stacks.SelectMany(stack => stack.Diagnostics),
            ]);
    }

    /// <summary>What a flow is checked against: the release it names, else the working file, else the newest release.</summary>
    private static Prompt? Find(PromptReference prompt, Catalog catalog, ReleaseHistory releases) => (prompt.Release is { } number
        ? releases[prompt.Name, number]?.Definition
        : catalog.Definitions.GetValueOrDefault(prompt.Name) ?? releases.Newest(prompt.Name)?.Definition) as Prompt;
}
