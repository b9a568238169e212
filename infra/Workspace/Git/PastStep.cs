using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Diagnostics;
using Infra.Releases;
using Infra.Settings;

namespace Infra.Workspace.Git;

/// <summary>What one commit changed. A merge changes only what differs from all of its parents.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Before">The project in each of its parents; its changes are relative to the first.</param>
/// <param name="After">The project in the commit.</param>
/// <param name="Contents">The contents of the files.</param>
internal sealed record PastStep(
    GitCommit Commit, IReadOnlyList<PastProject> Before, PastProject After, PastContents Contents)
{
    /// <summary>Releases, then settings, then experiments, then what stacks serve, each in ordinal order.</summary>
    public IEnumerable<PastEvent> Events => [.. Released(), .. Set(), .. Compared(), .. Moved()];

    private IEnumerable<PastEvent> Released() =>
        from change in Commit.Changes
        let release = change.Content is null ? null : ReleaseFile.Parse(change.Path)
        where release is not null && Before.All(parent =>
            parent.Release(release.Value.Name, release.Value.Number) is null)
        orderby release.Value.Name, release.Value.Number
        let digest = Contents.DigestOf(After, release.Value.Name, release.Value.Number)
        select new PastEvent.Released(Commit, release.Value.Name, release.Value.Number, digest);

    private IEnumerable<PastEvent> Set() =>
        from stack in ChangedStacks()
        let now = Told(After, stack)
        let was = Before.Select(parent => Told(parent, stack)).ToArray()
        where now is not null && was.All(parent => parent is not null)
        from setting in now.Keys.Union(was[0]!.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
        let value = now.GetValueOrDefault(setting)
        where was.All(parent => parent!.GetValueOrDefault(setting) != value)
        select new PastEvent.Reset(Commit, stack, setting, was[0]!.GetValueOrDefault(setting), value);

    private IEnumerable<PastEvent> Compared() =>
        from stack in ChangedStacks()
        from name in Experiments(Before[0], stack).Keys
            .Union(Experiments(After, stack).Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
        let to = Experiments(After, stack).GetValueOrDefault(name)
        let was = Before.Select(parent => Experiments(parent, stack).GetValueOrDefault(name)).ToArray()
        where was.All(old => $"{old?.Key} {old?.Shares}" != $"{to?.Key} {to?.Shares}")
        select new PastEvent.Compared(Commit, stack, name, was[0], to);

    private ImmutableSortedDictionary<string, Experiment> Experiments(PastProject project, string stack) =>
        Contents.Settings(project, stack)?.Value?.Experiments ?? ImmutableSortedDictionary<string, Experiment>.Empty;

    private IEnumerable<PastEvent> Moved() =>
        from candidate in Candidates().Distinct()
        orderby candidate.Stack, candidate.Name
        let to = Contents.Served(After, candidate.Stack, candidate.Name)
        let was = Before.Select(parent => Contents.Served(parent, candidate.Stack, candidate.Name)).ToArray()
        where was.All(old => old != to)
        let digest = to is Served.Release release ? Contents.DigestOf(After, candidate.Name, release.Number) : null
        select new PastEvent.Moved(Commit, candidate.Stack, candidate.Name, was[0], to, digest);

    /// <summary>The names that may have moved: those that stacks list, or serve by their default.</summary>
    private IEnumerable<(string Stack, string Name)> Candidates()
    {
        foreach (var stack in ChangedStacks())
        {
            foreach (var name in Named(stack))
            {
                yield return (stack, name);
            }
        }

        var stacks = Before[0].Stacks.Keys.Union(After.Stacks.Keys, StringComparer.Ordinal).ToArray();
        foreach (var change in Commit.Changes)
        {
            var name = ReleaseFile.Parse(change.Path)?.Name
                ?? (Catalog.IsDefinition(change.Path) ? DefinitionReader.NameOf(change.Path) : null);
            foreach (var stack in name is null || Exists(name, change) ? [] : stacks)
            {
                yield return (stack, name!);
            }
        }
    }

    /// <summary>Whether a working file existed before and still exists; then its change moves no target.</summary>
    private bool Exists(string name, GitChange change) =>
        Catalog.IsDefinition(change.Path) && After.Files.Contains(name) && Before[0].Files.Contains(name);

    private IEnumerable<string> ChangedStacks() =>
        Before[0].Changed(Commit).Union(After.Changed(Commit), StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private IEnumerable<string> Named(string stack)
    {
        var (was, now) = (Contents.Settings(Before[0], stack), Contents.Settings(After, stack));
        var named = Listed(was).Union(Listed(now), StringComparer.Ordinal);
        var servesOthersAlike = was is not null && now is not null && was.Value!.Default == now.Value!.Default
            && was.Diagnostics.HasErrors() == now.Diagnostics.HasErrors();
        return servesOthersAlike
            ? named
            : named.Union(Before[0].Files, StringComparer.Ordinal).Union(After.Files, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Listed(Checked<StackSettings>? settings) => settings?.Value!.Live.Keys ?? [];

    /// <summary>The settings that affect callers; null where they cannot be read.</summary>
    private ImmutableSortedDictionary<string, string>? Told(PastProject project, string stack) =>
        Contents.Settings(project, stack) is { Value: { } settings } read && !read.Diagnostics.HasErrors()
            ? CallerSettings.Of(settings)
            : null;
}
