using System.Runtime.ExceptionServices;

namespace Infra.Values;

/// <summary>The same work for each of many items, on all cores.</summary>
public static class Concurrently
{
    /// <summary>Fewer items than this are done sooner than threads are started.</summary>
    private const int Few = 8;

    /// <summary>The result for each item, in the order of the items.</summary>
    /// <exception cref="Exception">The first exception that an item caused.</exception>
    public static TResult[] Map<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> map)
        where TItem : class
        where TResult : class?
    {
        if (items.Count < Few)
        {
            return [.. items.Select(map)];
        }

        var results = new TResult[items.Count];
        try
        {
            Parallel.For(0, items.Count, index => results[index] = map(items[index]));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return results;
    }
}
