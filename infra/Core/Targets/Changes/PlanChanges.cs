using System.Collections.Immutable;
using Infra.Planning;

namespace Infra.Targets;

/// <summary>What a deployment of one plan after another would do, as people review it.</summary>
public sealed record PlanChanges
{
    /// <summary>The stack.</summary>
    public required string Stack { get; init; }

    /// <summary>The resources that are touched, in the order of the plan; what goes comes last.</summary>
    public required ImmutableArray<ResourceChange> Resources { get; init; }

    /// <summary>What callers get that is not what they got, by owner.</summary>
    public required ImmutableArray<ServedChange> Served { get; init; }

    /// <summary>The rights that policies gain, by policy.</summary>
    public required ImmutableArray<WidenedPolicy> Widened { get; init; }

    /// <summary>Whether a deployment would do nothing.</summary>
    public bool IsEmpty => Resources.IsEmpty;

    /// <summary>The changes from one plan to another; null before means that the stack did not exist.</summary>
    public static PlanChanges Between(Plan? before, Plan after)
    {
        var resources = ResourceChange.Between(before?.Resources ?? [], after.Resources);
        return new()
        {
            Stack = after.Stack,
            Resources = resources,
            Served = ServedChange.Between(before?.Aliases ?? [], after.Aliases),
            Widened = WidenedPolicy.Among(before?.Resources ?? [], resources),
        };
    }
}

/// <summary>What callers of a prompt or flow will get instead of what they got.</summary>
/// <param name="Owner">The prompt or flow.</param>
/// <param name="From">What was served: <c>release 3</c>, <c>the draft</c>, or null for nothing.</param>
/// <param name="To">What will be served, or null for nothing.</param>
/// <param name="Content">The differences between the two, the gravest first.</param>
public sealed record ServedChange(string Owner, string? From, string? To, ImmutableArray<ContentChange> Content)
{
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
        owner,
        was is null ? null : Name(was),
        now is null ? null : Name(now),
        was is null || now is null ? [] : ContentChanges.Between(was.Content, now.Content));

    private static string Name(DeclaredAlias alias) => alias.Release is { } release ? $"release {release}" : "the draft";
}
