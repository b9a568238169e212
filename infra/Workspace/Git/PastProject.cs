using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Releases;
using Infra.Settings;

namespace Infra.Workspace.Git;

/// <summary>The files of a project in a commit: their names, and the ids of those that are read.</summary>
/// <param name="Config">The project's configuration file; null for none.</param>
/// <param name="Stacks">The stacks' files, by stack.</param>
/// <param name="Files">The names that have a working file.</param>
/// <param name="Releases">The release files, by name and number.</param>
internal sealed record PastProject(
    string? Config,
    ImmutableSortedDictionary<string, string> Stacks,
    ImmutableHashSet<string> Files,
    ImmutableDictionary<string, ImmutableSortedDictionary<int, string>> Releases)
{
    /// <summary>A project without files.</summary>
    public static readonly PastProject Nothing = new(
        null,
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableHashSet.Create<string>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, ImmutableSortedDictionary<int, string>>(StringComparer.Ordinal));

    /// <summary>The newest release of a name; null if it has none.</summary>
    public int? Newest(string name) =>
        Releases.TryGetValue(name, out var releases) && !releases.IsEmpty ? releases.Keys.Last() : null;

    /// <summary>The id of a release's file; null if there is none.</summary>
    public string? Release(string name, int number) =>
        Releases.TryGetValue(name, out var releases) ? releases.GetValueOrDefault(number) : null;

    /// <summary>The stacks that a commit may have changed: one by its own file, all by the project's.</summary>
    public IEnumerable<string> Changed(GitCommit commit) =>
        commit.Changes.Any(change => change.Path is ProjectConfig.File)
            ? Stacks.Keys
            : commit.Changes.Select(change => SettingsReader.StackOf(change.Path)).OfType<string>();

    /// <summary>The files after a change.</summary>
    public PastProject After(GitChange change) =>
        change.Path is ProjectConfig.File ? this with { Config = change.Content }
        : SettingsReader.StackOf(change.Path) is { } stack
            ? this with
            {
                Stacks = change.Content is { } file ? Stacks.SetItem(stack, file) : Stacks.Remove(stack),
            }
        : ReleaseFile.Parse(change.Path) is var (name, number)
            ? this with { Releases = After(name, number, change.Content) }
        : Catalog.IsDefinition(change.Path) && DefinitionReader.NameOf(change.Path) is var definition
            ? this with { Files = change.Content is null ? Files.Remove(definition) : Files.Add(definition) }
        : this;

    private ImmutableDictionary<string, ImmutableSortedDictionary<int, string>> After(
        string name, int number, string? content)
    {
        var known = Releases.GetValueOrDefault(name) ?? ImmutableSortedDictionary<int, string>.Empty;
        return Releases.SetItem(name, content is null ? known.Remove(number) : known.SetItem(number, content));
    }
}
