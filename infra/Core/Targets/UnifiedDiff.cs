using System.Collections.Immutable;
using DiffPlex;
using DiffPlex.Model;

namespace Infra.Targets;

/// <summary>The change of one file, as <c>git apply</c> and <c>patch</c> take it.</summary>
public static class UnifiedDiff
{
    /// <summary>Lines that stayed, shown around what changed.</summary>
    private const int Context = 3;

    /// <summary>The change, each line with its end; empty where nothing changed.</summary>
    /// <param name="file">The file's path, with forward slashes.</param>
    /// <param name="before">What it said; line ends count.</param>
    /// <param name="after">What it says.</param>
    public static string Of(string file, string before, string after)
    {
        var diff = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, Lines);
        return diff.DiffBlocks.Count == 0
            ? ""
            : $"--- a/{file}\n+++ b/{file}\n{string.Concat(Hunks(diff).SelectMany(hunk => Hunk(diff, hunk)))}";
    }

    /// <summary>The lines with their ends; what follows the last end is a line only if it is not empty.</summary>
    private static string[] Lines(string text)
    {
        string[] lines = [.. text.Split('\n').Select(line => $"{line}\n")];
        lines[^1] = lines[^1][..^1];
        return lines is [.. var whole, ""] ? whole : lines;
    }

    /// <summary>Changes so near to each other that their surroundings touch.</summary>
    private static List<ImmutableArray<DiffBlock>> Hunks(DiffResult diff)
    {
        var hunks = new List<ImmutableArray<DiffBlock>>();
        foreach (var block in diff.DiffBlocks)
        {
            if (hunks is [.., [.., var last] hunk]
                && block.DeleteStartA - (last.DeleteStartA + last.DeleteCountA) <= 2 * Context)
            {
                hunks[^1] = hunk.Add(block);
            }
            else
            {
                hunks.Add([block]);
            }
        }

        return hunks;
    }

    private static IEnumerable<string> Hunk(DiffResult diff, ImmutableArray<DiffBlock> blocks)
    {
        var (first, last) = (blocks[0], blocks[^1]);
        var start = Math.Max(0, first.DeleteStartA - Context);
        var end = Math.Min(diff.PiecesOld.Length, last.DeleteStartA + last.DeleteCountA + Context);
        var added = blocks.Sum(block => block.InsertCountB - block.DeleteCountA);
        var shift = first.InsertStartB - first.DeleteStartA;
        yield return $"@@ -{Range(start, end - start)} +{Range(start + shift, end - start + added)} @@\n";
        var done = start;
        foreach (var block in blocks)
        {
            var changed = block.DeleteStartA + block.DeleteCountA;
            foreach (var line in Marked(' ', diff.PiecesOld[done..block.DeleteStartA])
                .Concat(Marked('-', diff.PiecesOld[block.DeleteStartA..changed]))
                .Concat(Marked('+', diff.PiecesNew[block.InsertStartB..(block.InsertStartB + block.InsertCountB)])))
            {
                yield return line;
            }

            done = changed;
        }

        foreach (var line in Marked(' ', diff.PiecesOld[done..end]))
        {
            yield return line;
        }
    }

    /// <summary>Lines count from 1; an empty range names the line before it.</summary>
    private static string Range(int start, int count) => $"{(count == 0 ? start : start + 1)},{count}";

    private static IEnumerable<string> Marked(char mark, IEnumerable<string> lines) =>
        lines.Select(line => line.EndsWith('\n') ? $"{mark}{line}" : $"{mark}{line}\n\\ No newline at end of file\n");
}
