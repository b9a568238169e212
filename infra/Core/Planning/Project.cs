using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Flows;
using Infra.Definitions.Prompts;
using Infra.Diagnostics;
using Infra.Models;
using Infra.Releases;
using Infra.Settings;
using Infra.Validation;

namespace Infra.Planning;

/// <summary>Everything in the repository: definitions, releases, and the settings of every stack.</summary>
/// <param name="Catalog">The definitions.</param>
/// <param name="Releases">The releases.</param>
/// <param name="Stacks">The settings of each stack, in ordinal order.</param>
public sealed record Project(
    Catalog Catalog, ReleaseHistory Releases, ImmutableSortedDictionary<string, StackSettings> Stacks)
{
    /// <summary>The configuration of <c>Pulumi.yaml</c>, with settings from the command line.</summary>
    public ProjectConfig Config { get; init; } = ProjectConfig.None;

    /// <summary>The known facts about models, with those that any stack states or corrects.</summary>
    public ModelCatalog Models =>
        ModelCatalog.Known.With(Stacks.Values.SelectMany(stack => stack.Models.Stated));

    /// <summary>Whether a name has a working file or a release.</summary>
    public bool Knows(string name) => Catalog.Definitions.ContainsKey(name) || !Releases[name].IsEmpty;

    /// <summary>Whether a release has a file, even one that could not be read.</summary>
    internal bool HasFile(string name, int release) => HasFile(Release.Path(name, release), Catalog);

    /// <summary>Whether there is a file of a newer release than those that could be read; numbers have no
    /// gaps.</summary>
    internal bool IsNewestBroken(string name) => HasFile(name, (Releases.Newest(name)?.Number ?? 0) + 1);

    /// <summary>Reads the whole project, each file once; problems are reported in file order.</summary>
    /// <param name="files">The project's files.</param>
    /// <param name="stated">Settings as texts, which override those in files.</param>
    public static Checked<Project> Read(ISourceTree files, params IEnumerable<(string Key, string Text)> stated)
    {
        var tree = ReadOnceTree.Of(files);
        var catalog = Catalog.Read(tree);
        var releases = ReleaseHistory.Read(tree, catalog.Value!.Includes);
        var config = ProjectConfig.Read(tree);
        var all = config.Value! with { Stated = SettingsReader.Stated(stated) };
        var stacks = ReadStacks(tree, all);
        return new(
            new(catalog.Value, releases.Value!, ByName(stacks)) { Config = all },
            [
                .. tree.Problems,
                .. catalog.Diagnostics,
                .. CatalogRules.Check(catalog.Value, new(
                    prompt => Find(prompt, catalog.Value, releases.Value!),
                    prompt => IsBroken(prompt, catalog.Value),
                    [.. catalog.Value.Prompts.Select(prompt => prompt.Name)])),
                .. releases.Diagnostics,
                .. NamesDifferByMore(catalog.Value, releases.Value!),
                .. config.Diagnostics,
                .. stacks.SelectMany(stack => stack.Diagnostics).Distinct(),
            ]);
    }

    /// <summary>
    /// Reads the project in an older revision. Unchanged files are not read again, and nothing is reported: that
    /// happened when the revision was new.
    /// </summary>
    /// <param name="tree">The older files.</param>
    /// <param name="same">The paths whose content is the same in both trees.</param>
    public Project ReadBefore(ISourceTree tree, IReadOnlySet<string> same)
    {
        var isTextShared = Texts(tree).SequenceEqual(Texts(Catalog.Tree)) && Texts(tree).All(same.Contains);
        var catalog = Catalog.Read(tree, path =>
            IsKnown(path) ? Catalog.Definitions.GetValueOrDefault(DefinitionReader.NameOf(path)) : null).Value!;
        var releases = ReleaseHistory.Read(tree, catalog.Includes, path =>
            IsKnown(path) && ReleaseFile.Parse(path) is var (name, number) ? Releases[name, number] : null);
        var config = ProjectConfig.Read(tree).Value! with { Stated = Config.Stated };
        return new(catalog, releases.Value!, ByName(ReadStacks(tree, config))) { Config = config };

        bool IsKnown(string path) => isTextShared && same.Contains(path);
    }

    /// <summary>No two names may differ only in case: to IAM and to many file systems they are the same.</summary>
    private static IEnumerable<Diagnostic> NamesDifferByMore(Catalog catalog, ReleaseHistory releases) =>
        from same in catalog.Definitions.Keys
            .Union(releases.ByName.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        from name in same.Skip(1)
        let at = catalog.Definitions.GetValueOrDefault(name)?.At ?? releases.Newest(name)!.Digest.At
        select Problems.NamesDifferByCase(at, name, same.First());

    /// <summary>Files that belong to definitions, such as partials: if one of them changed, any definition may
    /// have.</summary>
    private static IEnumerable<string> Texts(ISourceTree tree) => tree.Paths.Where(path =>
        !Catalog.IsDefinition(path) && ReleaseFile.Parse(path) is null && !SettingsReader.IsConfiguration(path));

    private static Checked<StackSettings>[] ReadStacks(ISourceTree tree, ProjectConfig config) =>
    [
        .. tree.Paths
            .Where(path => SettingsReader.StackOf(path) is not null)
            .Select(path => SettingsReader.ReadFile(path, tree, config)),
    ];

    private static ImmutableSortedDictionary<string, StackSettings> ByName(
        IEnumerable<Checked<StackSettings>> stacks) =>
        stacks.ToImmutableSortedDictionary(stack => stack.Value!.Stack, stack => stack.Value!, StringComparer.Ordinal);

    private static bool IsBroken(PromptReference prompt, Catalog catalog) => prompt.Release is { } number
        ? HasFile(Release.Path(prompt.Name, number), catalog)
        : catalog.Broken.Contains(prompt.Name);

    private static bool HasFile(string path, Catalog catalog) =>
        catalog.Tree.Paths.BinarySearch(path, StringComparer.Ordinal) >= 0;

    /// <summary>The prompt that a flow is checked against: the release that it names, otherwise the working file,
    /// otherwise the newest release.</summary>
    private static Prompt? Find(PromptReference prompt, Catalog catalog, ReleaseHistory releases) =>
        (prompt.Release is { } number
        ? releases[prompt.Name, number]?.Definition
        : catalog.Definitions.GetValueOrDefault(prompt.Name) ?? releases.Newest(prompt.Name)?.Definition) as Prompt;
}
