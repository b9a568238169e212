using System.Collections.Immutable;
using Infra.Definitions;
using Infra.Definitions.Reading;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Releases;

/// <summary>Every release of every name.</summary>
/// <param name="ByName">By name and number.</param>
public sealed record ReleaseHistory(ImmutableSortedDictionary<string, ImmutableSortedDictionary<int, Release>> ByName)
{
    private static readonly ImmutableSortedDictionary<int, Release> None =
        ImmutableSortedDictionary<int, Release>.Empty;

    /// <summary>The releases of a name; empty when it has none.</summary>
    public ImmutableSortedDictionary<int, Release> this[string name] => ByName.GetValueOrDefault(name) ?? None;

    /// <summary>A release, or null.</summary>
    public Release? this[string name, int number] => this[name].GetValueOrDefault(number);

    /// <summary>The newest release of a name, or null.</summary>
    public Release? Newest(string name) => this[name] is { IsEmpty: false } releases ? releases.Values.Last() : null;

    /// <summary>Reads every release of a tree; a broken file is left out, and its problems are reported.</summary>
    /// <param name="tree">The files.</param>
    /// <param name="includes">The texts that definitions include.</param>
    /// <param name="known">Finds the definition of a file that has been read already; null to read every file.</param>
    public static Checked<ReleaseHistory> Read(
        ISourceTree tree, Includes includes, Func<string, Release?>? known = null)
    {
        var releases = tree.Paths.Where(path => ReleaseFile.Parse(path) is not null).ToArray();
        var files = Concurrently.Map(releases, path =>
            known?.Invoke(path) is { } release ? new(release, []) : ReleaseFile.Read(path, tree, includes));
        var byName = files
            .Select(file => file.Value)
            .OfType<Release>()
            .GroupBy(release => release.Name, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(
                releases => releases.Key,
                releases => releases.ToImmutableSortedDictionary(release => release.Number, release => release),
                StringComparer.Ordinal);
        var paths = tree.Paths.Select(ReleaseFile.Parse).OfType<(string Name, int Number)>()
            .ToLookup(path => path.Name, path => path.Number);
        return new(
            new(byName),
            [.. files.SelectMany(file => file.Diagnostics), .. paths.SelectMany(name => Gaps(name.Key, [.. name]))]);
    }

    /// <summary>Finds gaps: releases count from 1, so a missing one was deleted.</summary>
    private static IEnumerable<Diagnostic> Gaps(string name, HashSet<int> numbers) => Enumerable
        .Range(1, Math.Min(numbers.Max(), 10_000))
        .Where(number => !numbers.Contains(number))
        .Take(1)
        .Select(number => Problems.ReleaseMissing(
            Location.StartOf(Release.Path(name, numbers.Where(n => n > number).Min())), name, number));
}
