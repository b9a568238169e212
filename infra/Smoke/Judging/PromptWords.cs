using System.Collections.Immutable;

namespace Infra.Smoke.Judging;

/// <summary>Sequences of words by which a prompt is recognised when an answer repeats them.</summary>
public sealed class PromptWords
{
    /// <summary>How many words in a row count as a repetition.</summary>
    /// <value>12 words: coincidences and polite phrases are shorter.</value>
    public const int InARow = 12;

    /// <summary>No text that could be recognised.</summary>
    public static readonly PromptWords None = new([]);

    private const ulong Prime = 1099511628211;

    // 64 bits for each sequence are enough: with a million of them, the odds of a false match are one to 10^13.
    private readonly Lazy<HashSet<ulong>> _rows;

    /// <summary>The sequences of some texts, computed when an expectation first needs them.</summary>
    public PromptWords(IEnumerable<string> texts) =>
        _rows = new(() => [.. texts.SelectMany(text => Rows(Words.Of(text)))]);

    /// <summary>Whether nothing can be recognised: the prompt is unknown or too short.</summary>
    public bool IsEmpty => _rows.Value.Count == 0;

    /// <summary>The first sequence that a text repeats; null if it repeats none.</summary>
    public string? FirstRepeatedIn(string text)
    {
        var words = Words.Of(text);
        var start = Array.FindIndex(Rows(words), _rows.Value.Contains);
        return start < 0 ? null : string.Join(' ', words[start..(start + InARow)]);
    }

    /// <summary>A hash for each sequence, by its first word.</summary>
    private static ulong[] Rows(ImmutableArray<string> words)
    {
        var hashes = words.Select(Hash).ToArray();
        var rows = new ulong[Math.Max(0, words.Length - InARow + 1)];
        for (var start = 0; start < rows.Length; start++)
        {
            foreach (var hash in hashes.AsSpan(start, InARow))
            {
                rows[start] = (rows[start] ^ hash) * Prime;
            }
        }

        return rows;
    }

    /// <summary>FNV-1a over the characters of a word.</summary>
    private static ulong Hash(string word)
    {
        var hash = 14695981039346656037;
        foreach (var character in word)
        {
            hash = (hash ^ character) * Prime;
        }

        return hash;
    }
}
