using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DiffPlex;

namespace Infra.Changes;

/// <summary>What became of a text, word by word.</summary>
public static partial class WordDiff
{
    /// <summary>How much of what stayed is shown around what changed.</summary>
    private const int ContextLines = 2;

    /// <summary>The pieces of both texts in reading order; neighbours differ in kind.</summary>
    public static ImmutableArray<WordPiece> Between(string before, string after)
    {
        var diff = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, Words);
        var pieces = new List<WordPiece>();
        var done = 0;
        foreach (var block in diff.DiffBlocks)
        {
            pieces.Add(new(WordFate.Kept, Text(diff.PiecesOld, done, block.DeleteStartA)));
            done = block.DeleteStartA + block.DeleteCountA;
            var added = block.InsertStartB + block.InsertCountB;
            pieces.Add(new(WordFate.Removed, Text(diff.PiecesOld, block.DeleteStartA, done)));
            pieces.Add(new(WordFate.Added, Text(diff.PiecesNew, block.InsertStartB, added)));
        }

        pieces.Add(new(WordFate.Kept, Text(diff.PiecesOld, done, diff.PiecesOld.Length)));
        return [.. pieces.Where(piece => piece.Text.Length > 0)];
    }

    /// <summary>The same with long stretches that stayed cut down to the lines around a change.</summary>
    public static ImmutableArray<WordPiece> InContext(ImmutableArray<WordPiece> pieces) =>
    [
        .. pieces.Select((piece, i) => piece.Fate is WordFate.Kept
            ? piece with { Text = Shorten(piece.Text, isFirst: i == 0, isLast: i == pieces.Length - 1) }
            : piece),
    ];

    private static string[] Words(string text) => [.. Word().Matches(text).Select(word => word.Value)];

    /// <summary>
    /// A variable, a word, a stretch of blanks, a line end or a sign: a changed comma does not change a word.
    /// </summary>
    [GeneratedRegex(@"\{\{[^{}\n]*\}\}|\w+|\n|[^\S\n]+|[^\w\s]")]
    private static partial Regex Word();

    private static string Text(IReadOnlyList<string> pieces, int from, int to) =>
        string.Concat(Enumerable.Range(from, Math.Max(0, to - from)).Select(i => pieces[i]));

    private static string Shorten(string text, bool isFirst, bool isLast)
    {
        var lines = text.Split('\n');
        var head = isFirst ? 0 : ContextLines + 1;
        var tail = isLast ? 0 : ContextLines + 1;
        return lines.Length <= head + tail + 1
            ? text
            : string.Join('\n', [.. lines.Take(head), "...", .. lines.TakeLast(tail)]);
    }
}

/// <summary>A stretch of text and what became of it.</summary>
public readonly record struct WordPiece(WordFate Fate, string Text);

/// <summary>What became of a stretch of text.</summary>
public enum WordFate
{
    /// <summary>It is in both.</summary>
    Kept,

    /// <summary>Only the earlier text has it.</summary>
    Removed,

    /// <summary>Only the later text has it.</summary>
    Added,
}
