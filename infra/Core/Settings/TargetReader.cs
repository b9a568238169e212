using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>Reads the targets of names.</summary>
internal static class TargetReader
{
    private static readonly Kind Release = new Kind.Number(1, Whole: true);

    /// <summary>The ways to write a target.</summary>
    public static readonly Kind Kind = new Kind.Either(
        new Kind.Word("draft", "latest"),
        Release,
        new Kind.ListOf(Release),
        new Kind.Keys(new(
            "a target",
            "The releases a stack keeps, and which one is live.",
            new("kept", new Kind.ListOf(Release), "Releases this stack keeps, oldest first.", Required: true),
            new("live", Release, "The one that callers get.", Required: true))));

    /// <summary>The valid targets, by name.</summary>
    public static ImmutableSortedDictionary<string, Target> ReadAll(YamlNode live) => live.Entries()
        .Select(entry => (Name: entry.Key.Text, Target: Read(entry.Value)))
        .Where(entry => entry.Target is not null && Problem(entry.Target) is null)
        .ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Target!, StringComparer.Ordinal);

    /// <summary>The problems of the other targets.</summary>
    public static IEnumerable<Diagnostic> Check(YamlNode live) => live.Entries()
        .Select(entry => Read(entry.Value))
        .OfType<Target>()
        .Select(Problem)
        .OfType<Diagnostic>();

    private static Target? Read(YamlNode node) => node switch
    {
        YamlNode.Scalar { Text: "draft" } => new Target.Draft(node.At),
        YamlNode.Scalar { Text: "latest" } => new Target.Latest(node.At),
        YamlNode.Scalar when node.Whole() is { Value: var only } => new Target.Pinned([only], only, node.At),
        YamlNode.Sequence when Releases(node) is { } kept =>
            new Target.Pinned(kept, kept is [.., var last] ? last : 0, node.At),
        YamlNode.Mapping when Releases(node.Get("kept")) is { } kept && node.Whole("live") is { } live =>
            new Target.Pinned(kept, live.Value, node.At),
        _ => null,
    };

    private static ImmutableArray<int>? Releases(YamlNode? list) =>
        list.Items().Select(item => item.Whole()?.Value).ToArray() is var numbers && !numbers.Contains(null)
            ? [.. numbers.OfType<int>()]
            : null;

    private static Diagnostic? Problem(Target target) => target is not Target.Pinned pinned ? null : pinned.Kept switch
    {
        [] => Problems.NothingKept(target.At),
        var kept when kept.Any(release => release < 1) => Problems.ReleaseNumber(target.At),
        var kept when kept.Distinct().Count() < kept.Length => Problems.KeptTwice(target.At),
        { Length: > StackSettings.MostKept } kept =>
            Problems.TooManyKept(target.At, kept.Length, StackSettings.MostKept),
        var kept when !kept.Contains(pinned.Live) => Problems.LiveIsNotKept(target.At, pinned.Live),
        _ => null,
    };
}
