using System.Collections.Immutable;

namespace Infra.Changes;

/// <summary>A part as it was and as it is.</summary>
/// <param name="Was">Null for what is new.</param>
/// <param name="Now">Null for what is gone.</param>
internal readonly record struct Pair<T>(T? Was, T? Now)
    where T : class;

/// <summary>Finds again, by a name or the like, what is in two lists.</summary>
internal static class Pair
{
    /// <summary>
    /// The parts in their present order; what is gone comes last. Of a key given twice, the first counts.
    /// </summary>
    public static IEnumerable<Pair<T>> Of<T, TKey>(ImmutableArray<T> before, ImmutableArray<T> after, Func<T, TKey> key)
        where T : class
        where TKey : notnull
    {
        var was = before.DistinctBy(key).ToDictionary(key);
        var now = after.Select(key).ToHashSet();
        return
        [
            .. after.DistinctBy(key).Select(part => new Pair<T>(was.GetValueOrDefault(key(part)), part)),
            .. was.Values.Where(part => !now.Contains(key(part))).Select(part => new Pair<T>(part, null)),
        ];
    }
}
