namespace Infra.Definitions;

/// <summary>The advice for a word that is not known but close to one that is.</summary>
public static class DidYouMean
{
    /// <summary>What to write instead of an unknown key; opposites are thought of, but not listed.</summary>
    public static string Advice(string word, Shape shape)
    {
        var keys = shape.Fields.Select(field => field.Key).ToArray();
        return Nearest(word, keys) is { } near ? Ask(near) : List(keys.Where(key => !IsOpposite(key, shape)));
    }

    /// <summary>Names the nearest known word, or all of them when none is near.</summary>
    public static string Advice(string word, IReadOnlyCollection<string> known) =>
        Nearest(word, known) is { } near ? Ask(near) : List(known);

    /// <summary>The known word that takes the fewest edits, if they are few; else null.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(candidate => (Candidate: candidate, Edits: Edits(word, candidate)))
        .Where(pair => pair.Edits <= Math.Max(1, Math.Min(word.Length, pair.Candidate.Length) / 3))
        .OrderBy(pair => pair.Edits)
        .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
        .Select(pair => pair.Candidate)
        .FirstOrDefault();

    private static string Ask(string near) => $"Did you mean '{near}'?";

    private static string List(IEnumerable<string> known) => $"Known: {string.Join(", ", known)}.";

    private static bool IsOpposite(string key, Shape shape) =>
        key.StartsWith(ExpectationShape.Not, StringComparison.Ordinal) && shape[key[ExpectationShape.Not.Length..]] is not null;

    /// <summary>Levenshtein's distance, blind to case; a swap of neighbours counts as one (optimal string alignment).</summary>
    private static int Edits(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 8 || left.Length > 100)
        {
            return int.MaxValue;
        }

        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Cheapest(rows, left, right, (i, j));
            }
        }

        return rows[left.Length, right.Length];
    }

    private static int Cheapest(int[,] rows, string left, string right, (int I, int J) at)
    {
        var (i, j) = at;
        var best = rows[i - 1, j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1);
        best = Math.Min(best, 1 + Math.Min(rows[i - 1, j], rows[i, j - 1]));
        return i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1])
            ? Math.Min(best, rows[i - 2, j - 2] + 1)
            : best;
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
