using System.Collections.Immutable;

namespace Infra.Changes;

/// <summary>Two states of the same part.</summary>
/// <param name="Was">The old state; null for a new part.</param>
/// <param name="Now">The new state; null for a removed part.</param>
internal readonly record struct Pair<T>(T? Was, T? Now)
    where T : class;

/// <summary>Pairs the parts of two lists by a key.</summary>
internal static class Pair
{
    /// <summary>
    /// The parts in their new order, the removed ones at the end. Of several with the same key, the first counts.
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
