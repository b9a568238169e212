using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Spelling;

namespace Infra.Changes;

/// <summary>Compares two texts word by word.</summary>
public static partial class WordDiff
{
    /// <summary>How many unchanged lines are shown around a change.</summary>
    private const int ContextLines = 2;

    private const int ContextCharacters = 200;

    /// <summary>The pieces of both texts in reading order, neighbours of different kinds; null when the texts have so
    /// little in common that comparing them would take too long.</summary>
    public static ImmutableArray<WordPiece>? Between(string before, string after)
    {
        var (old, @new) = (Words(before), Words(after));
        var script = EditScript.Between(old, @new);
        if (!script.IsComplete)
        {
            return null;
        }

        var pieces = new List<WordPiece>();
        var done = 0;
        foreach (var edit in script.Edits)
        {
            pieces.Add(new(WordFate.Kept, Text(old, done, edit.Before)));
            done = edit.Before + edit.Removed;
            pieces.Add(new(WordFate.Removed, Text(old, edit.Before, done)));
            pieces.Add(new(WordFate.Added, Text(@new, edit.After, edit.After + edit.Added)));
        }

        pieces.Add(new(WordFate.Kept, Text(old, done, old.Length)));
        return [.. pieces.Where(piece => piece.Text.Length > 0)];
    }

    /// <summary>The same pieces, with long unchanged ones cut down to the lines around a change.</summary>
    public static ImmutableArray<WordPiece> InContext(ImmutableArray<WordPiece> pieces) =>
    [
        .. pieces.Select((piece, i) => piece.Fate is WordFate.Kept
            ? piece with { Text = Shorten(piece.Text, isFirst: i == 0, isLast: i == pieces.Length - 1) }
            : piece),
    ];

    private static string[] Words(string text) => [.. Word().Matches(text).Select(word => word.Value)];

    /// <summary>
    /// A variable, a word, white space, a line end or a punctuation mark: so a changed comma does not change a word.
    /// </summary>
    [GeneratedRegex(@"\{\{[^{}\n]*\}\}|\w+|\n|[^\S\n]+|[^\w\s]")]
    private static partial Regex Word();

    private static string Text(string[] words, int from, int to) => string.Concat(words.AsSpan(from, to - from)!);

    private static string Shorten(string text, bool isFirst, bool isLast)
    {
        var lines = text.Split('\n');
        var head = isFirst ? 0 : ContextLines + 1;
        var tail = isLast ? 0 : ContextLines + 1;
        return lines.Length <= head + tail + 1
            ? WithinLines(text, isFirst, isLast)
            : string.Join('\n', [.. lines.Take(head), "...", .. lines.TakeLast(tail)]);
    }

    /// <summary>A part of a single long line; a text may consist of one line of any length.</summary>
    private static string WithinLines(string text, bool isFirst, bool isLast)
    {
        var head = isFirst ? 0 : ContextCharacters;
        var tail = isLast ? 0 : ContextCharacters;
        return text.Length <= head + tail + ContextCharacters
            ? text
            : $"{Cut.Head(text, head)} ... {Cut.Tail(text, tail)}".Trim(' ');
    }
}

/// <summary>A piece of text and its state.</summary>
public readonly record struct WordPiece(WordFate Fate, string Text);

/// <summary>The state of a piece of text.</summary>
public enum WordFate
{
    /// <summary>It is in both.</summary>
    Kept,

    /// <summary>Only the earlier text has it.</summary>
    Removed,

    /// <summary>Only the later text has it.</summary>
    Added,
}
