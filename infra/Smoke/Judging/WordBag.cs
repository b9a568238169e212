using System.Collections.Frozen;

namespace Infra.Smoke.Judging;

/// <summary>The number of times that each word occurs in a text.</summary>
public sealed class WordBag
{
    private readonly FrozenDictionary<string, int> _counts;
    private readonly double _length;

    /// <summary>Counts the words of a text.</summary>
    public WordBag(string text)
    {
        _counts = Words.Of(text)
            .CountBy(word => word, StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);
        _length = Math.Sqrt(_counts.Values.Sum(count => (double)count * count));
    }

    /// <summary>Whether there are no words.</summary>
    public bool IsEmpty => _counts.Count == 0;

    /// <summary>The cosine similarity of two bags: shared words, weighted by how often they occur.</summary>
    /// <value>0 (no word in common) to 1 (the same words equally often, in any order).</value>
    /// <remarks>It compares words, not meaning: a paraphrase scores low, a negation high.</remarks>
    public double Similarity(WordBag other)
    {
        var shared = _counts.Sum(entry => (double)entry.Value * other._counts.GetValueOrDefault(entry.Key));
        return shared == 0 ? 0 : Math.Min(1, shared / (_length * other._length));
    }
}
