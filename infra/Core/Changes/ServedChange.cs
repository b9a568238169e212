using System.Collections.Immutable;
using Infra.Planning;

namespace Infra.Changes;

/// <summary>The change of what callers of a prompt or flow get.</summary>
/// <param name="Owner">The prompt or flow.</param>
/// <param name="Was">What was served; null for nothing.</param>
/// <param name="Now">What will be served; null for nothing.</param>
/// <param name="Content">The differences between the two, the most serious first.</param>
public sealed record ServedChange(
    string Owner, DeclaredAlias? Was, DeclaredAlias? Now, ImmutableArray<ContentChange> Content)
{
    /// <summary>What was served, in words, as in <c>release 3</c> or <c>the draft</c>; null for nothing.</summary>
    public string? From => Name(Was);

    /// <summary>What will be served, in words; null for nothing.</summary>
    public string? To => Name(Now);

    /// <summary>Every owner whose alias moves or whose served content differs.</summary>
    internal static ImmutableArray<ServedChange> Between(
        IReadOnlyCollection<DeclaredAlias> before, IReadOnlyCollection<DeclaredAlias> after)
    {
        var was = before.ToDictionary(alias => alias.Owner, StringComparer.Ordinal);
        var now = after.ToDictionary(alias => alias.Owner, StringComparer.Ordinal);
        return
        [
            .. was.Keys.Union(now.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(owner => Between(owner, was.GetValueOrDefault(owner), now.GetValueOrDefault(owner)))
                .Where(change => change.From != change.To || !change.Content.IsEmpty),
        ];
    }

    private static ServedChange Between(string owner, DeclaredAlias? was, DeclaredAlias? now) => new(
        owner, was, now, was is null || now is null ? [] : ContentChanges.Between(was.Content, now.Content));

    private static string? Name(DeclaredAlias? alias) => alias switch
    {
        null => null,
        { Release: { } release } => $"release {release}",
        _ => "the draft",
    };
}
