using System.Collections.Immutable;

namespace Infra.Changes;

/// <summary>A part of one list that has been replaced by a part of another.</summary>
/// <param name="Before">Its start in the earlier list.</param>
/// <param name="Removed">How many items of the earlier list are removed.</param>
/// <param name="After">Its start in the later list.</param>
/// <param name="Added">How many items of the later list are added.</param>
public readonly record struct Edit(int Before, int Removed, int After, int Added);

/// <summary>The edits that turn one list of words or lines into another.</summary>
/// <param name="Edits">The edits, in order.</param>
/// <param name="IsComplete">Whether the fewest edits were found within the work allowed; otherwise, the part that was
/// not compared counts as removed and added.</param>
/// <param name="Steps">The work that was done, in positions examined.</param>
public sealed record EditScript(ImmutableArray<Edit> Edits, bool IsComplete, int Steps)
{
    /// <summary>The most work that a comparison may take.</summary>
    /// <value>8,000,000 positions: a tenth of a second, enough for about 2,800 scattered edits.</value>
    public const int MostSteps = 8_000_000;

    /// <summary>The fewest edits that turn one list into the other.</summary>
    /// <remarks>Algorithm: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), in linear
    /// space.</remarks>
    public static EditScript Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var search = new EditSearch(Numbered(before, numbers), Numbered(after, numbers), MostSteps);
        search.Compare();
        return new(Stretches(search.Removed, search.Added), search.IsComplete, search.Steps);
    }

    /// <summary>Equal items get equal numbers, which take the same time to compare however long the items
    /// are.</summary>
    private static int[] Numbered(IReadOnlyList<string> items, Dictionary<string, int> numbers)
    {
        var numbered = new int[items.Count];
        for (var i = 0; i < numbered.Length; i++)
        {
            if (!numbers.TryGetValue(items[i], out numbered[i]))
            {
                numbered[i] = numbers[items[i]] = numbers.Count;
            }
        }

        return numbered;
    }

    private static ImmutableArray<Edit> Stretches(bool[] removed, bool[] added)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        for (int before = 0, after = 0; before < removed.Length || after < added.Length;)
        {
            var (gone, come) = (Run(removed, before), Run(added, after));
            if (gone + come > 0)
            {
                edits.Add(new(before, gone, after, come));
            }

            // An unchanged item is in both lists: one step further in each.
            (before, after) = (before + gone + 1, after + come + 1);
        }

        return edits.ToImmutable();
    }

    private static int Run(bool[] marks, int start)
    {
        var end = start;
        while (end < marks.Length && marks[end])
        {
            end++;
        }

        return Math.Max(0, end - start);
    }
}
