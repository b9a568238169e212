using System.Collections.Immutable;
using Infra.Changes;

namespace Infra.Targets;

/// <summary>The change of one file in the format of <c>git apply</c> and <c>patch</c>.</summary>
public static class UnifiedDiff
{
    /// <summary>How many unchanged lines are shown around a change.</summary>
    private const int Context = 3;

    /// <summary>The change, each line with its end; empty where nothing changed.</summary>
    /// <param name="file">The file's path, with forward slashes.</param>
    /// <param name="before">The old text; line ends count.</param>
    /// <param name="after">The new text.</param>
    public static string Of(string file, string before, string after)
    {
        var (old, @new) = (Lines(before), Lines(after));
        var hunks = Hunks(EditScript.Between(old, @new).Edits);
        return hunks.Count == 0
            ? ""
            : $"--- a/{file}\n+++ b/{file}\n{string.Concat(hunks.SelectMany(hunk => Hunk(old, @new, hunk)))}";
    }

    /// <summary>The lines with their ends; text after the last line end counts as a line unless it is empty.</summary>
    private static string[] Lines(string text)
    {
        string[] lines = [.. text.Split('\n').Select(line => $"{line}\n")];
        lines[^1] = lines[^1][..^1];
        return lines is [.. var whole, ""] ? whole : lines;
    }

    /// <summary>Groups of changes whose surroundings touch.</summary>
    private static List<ImmutableArray<Edit>> Hunks(ImmutableArray<Edit> edits)
    {
        var hunks = new List<ImmutableArray<Edit>>();
        foreach (var edit in edits)
        {
            if (hunks is [.., [.., var last] hunk]
                && edit.Before - (last.Before + last.Removed) <= 2 * Context)
            {
                hunks[^1] = hunk.Add(edit);
            }
            else
            {
                hunks.Add([edit]);
            }
        }

        return hunks;
    }

    private static IEnumerable<string> Hunk(string[] old, string[] @new, ImmutableArray<Edit> edits)
    {
        var (first, last) = (edits[0], edits[^1]);
        var start = Math.Max(0, first.Before - Context);
        var end = Math.Min(old.Length, last.Before + last.Removed + Context);
        var added = edits.Sum(edit => edit.Added - edit.Removed);
        var shift = first.After - first.Before;
        yield return $"@@ -{Range(start, end - start)} +{Range(start + shift, end - start + added)} @@\n";
        var done = start;
        foreach (var edit in edits)
        {
            var changed = edit.Before + edit.Removed;
            foreach (var line in Marked(' ', old[done..edit.Before])
                .Concat(Marked('-', old[edit.Before..changed]))
                .Concat(Marked('+', @new[edit.After..(edit.After + edit.Added)])))
            {
                yield return line;
            }

            done = changed;
        }

        foreach (var line in Marked(' ', old[done..end]))
        {
            yield return line;
        }
    }

    /// <summary>A range of lines, counted from 1; an empty range gives the line before it.</summary>
    private static string Range(int start, int count) => $"{(count == 0 ? start : start + 1)},{count}";

    private static IEnumerable<string> Marked(char mark, IEnumerable<string> lines) =>
        lines.Select(line => line.EndsWith('\n') ? $"{mark}{line}" : $"{mark}{line}\n\\ No newline at end of file\n");
}
