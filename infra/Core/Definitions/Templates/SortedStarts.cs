namespace Infra.Definitions.Templates;

/// <summary>Finds the stretch that contains an index, among stretches sorted by their starts.</summary>
internal static class SortedStarts
{
    /// <summary>Index of the last stretch that starts at or before a place; -1 when all of them start after
    /// it.</summary>
    public static int IndexAt<T>(IReadOnlyList<T> stretches, Func<T, int> start, int place)
    {
        var low = 0;
        var high = stretches.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (start(stretches[middle]) <= place)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}
