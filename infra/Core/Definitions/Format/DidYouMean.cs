using System.Globalization;

namespace Infra.Definitions.Format;

/// <summary>Advice on an unknown word that is close to a known one.</summary>
public static class DidYouMean
{
    /// <summary>The most words that are listed: a catalog can have thousands of names.</summary>
    private const int Most = 40;

    /// <summary>What to write instead of an unknown key; <c>not-</c> keys are suggested but not listed.</summary>
    public static string Advice(string word, Shape shape)
    {
        var keys = shape.Fields.Select(field => field.Key).ToArray();
        return Foreign(word, shape) is { } foreign ? foreign.Advice
            : Nearest(word, keys) is { } near ? Ask(near)
            : List(keys.Where(key => !IsOpposite(key, shape)));
    }

    /// <summary>The keys that an unknown key was probably meant to be; empty when there is no telling.</summary>
    public static IEnumerable<string> Meant(string word, Shape shape) =>
        Foreign(word, shape) is { } foreign ? foreign.Means
        : Nearest(word, shape.Fields.Select(field => field.Key)) is { } near ? [near]
        : [];

    /// <summary>Suggests the nearest known word, or lists the known words when none is near.</summary>
    public static string Advice(string word, IReadOnlyCollection<string> known) =>
        Nearest(word, known) is { } near ? Ask(near) : List(known);

    /// <summary>The known word that is the fewest edits away; null when even that is too many.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Where(candidate => Math.Abs(word.Length - candidate.Length) <= Few(word, candidate))
        .Select(candidate =>
            (Candidate: candidate, Edits: Edits(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
        .Where(pair => pair.Edits <= Few(word, pair.Candidate))
        .OrderBy(pair => pair.Edits)
        .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
        .Select(pair => pair.Candidate)
        .FirstOrDefault();

    private static string Ask(string near) => $"Did you mean '{near}'?";

    private static string List(IEnumerable<string> known)
    {
        string[] words = [.. known];
        return words.Length <= Most
            ? $"Known: {string.Join(", ", words)}."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Known: {string.Join(", ", words.Take(Most))}, and {words.Length - Most} more.");
    }

    private static bool IsOpposite(string key, Shape shape) =>
        key.StartsWith(ExpectationShape.Not, StringComparison.Ordinal)
            && shape[key[ExpectationShape.Not.Length..]] is not null;

    /// <summary>The most edits that still count as a typing mistake: a third of the shorter word, within
    /// limits.</summary>
    private static int Few(string left, string right) => Math.Clamp(Math.Min(left.Length, right.Length) / 3, 1, 8);

    private static ForeignKey? Foreign(string word, Shape shape) =>
        shape.Foreign.FirstOrDefault(foreign => foreign.Key == word);

    /// <summary>The Levenshtein distance; swapping two neighbours counts as one edit (optimal string
    /// alignment).</summary>
    private static int Edits(string left, string right)
    {
        var (before, last, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                row[j] = i == 0 || j == 0 ? i + j
                    : IsSwap(left, right, i, j)
                        ? Math.Min(before[j - 2] + 1, Cheapest(last, row, j, left[i - 1], right[j - 1]))
                    : Cheapest(last, row, j, left[i - 1], right[j - 1]);
            }

            (before, last, row) = (last, row, before);
        }

        return last[right.Length];
    }

    private static bool IsSwap(string left, string right, int i, int j) =>
        i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];

    private static int Cheapest(int[] last, int[] row, int j, char left, char right) =>
        Math.Min(last[j - 1] + (left == right ? 0 : 1), 1 + Math.Min(last[j], row[j - 1]));
}
