using System.Collections.Immutable;
using Infra.Graphs;
using Infra.Spelling;

namespace Infra.Targets.Pages;

/// <summary>The positions of the nodes and lines of a picture, in pixels.</summary>
/// <param name="Nodes">The nodes, in their order.</param>
/// <param name="Lines">The lines, each with the boxes of the places that it passes.</param>
/// <param name="Width">The width of the picture.</param>
/// <param name="Height">The height of the picture.</param>
internal sealed record FlowLayout(
    ImmutableArray<PlacedNode> Nodes, ImmutableArray<PlacedLine> Lines, int Width, int Height)
{
    /// <summary>The height of a node.</summary>
    public const int NodeHeight = 50;

    /// <summary>The most characters of a text in a node.</summary>
    public const int LongestLabel = 32;

    /// <summary>The most characters of a line's label.</summary>
    public const int LongestCondition = 18;

    /// <summary>The greatest width of a character: the picture uses a monospaced font.</summary>
    private const double Letter = 7.9;

    private const int Padding = 12;
    private const int Margin = 6;
    private const int Between = 26;
    private const int Gap = 52;

    /// <summary>The number of sweeps, enough for nodes to line up with their neighbours.</summary>
    private const int Sweeps = 6;

    /// <summary>Computes the layout of a picture.</summary>
    public static FlowLayout Of(FlowSketch sketch)
    {
        var lines = FlowLine.Of(sketch);
        var grid = FlowGrid.Of(sketch, lines);
        var (lefts, widths) = Across(grid, lines);
        var tops = Down(grid);
        var boxes = grid.Places.Select((place, i) => new Box(
            lefts[place.Column], tops[i], widths[place.Column], High(place))).ToArray();
        return new(
            [.. sketch.Nodes.Select((node, i) => new PlacedNode(node, boxes[i]))],
            [
                .. lines.Zip(grid.Paths, (line, path) =>
                    new PlacedLine(line, [.. path.Select(place => boxes[place])])),
            ],
            boxes.Select(box => box.Left + box.Width).DefaultIfEmpty().Max() + Margin,
            boxes.Select(box => box.Top + box.Height).DefaultIfEmpty().Max() + Margin);
    }

    /// <summary>The text below a node's name.</summary>
    public static string Detail(SketchedNode node) =>
        Short(node.Detail is { } detail ? $"{node.Type}: {detail}" : node.Type, LongestLabel);

    /// <summary>A text, shortened to fit.</summary>
    public static string Short(string text, int longest) =>
        text.Length <= longest ? text : $"{Cut.Head(text, longest - 1)}…";

    /// <summary>The label of a line.</summary>
    public static string Label(FlowLine line) => Short(string.Join(", ", line.Conditions), LongestCondition);

    /// <summary>The columns' left edges and widths: each is as wide as its widest node, with room for the labels
    /// between columns.</summary>
    private static (int[] Lefts, int[] Widths) Across(FlowGrid grid, ImmutableArray<FlowLine> lines)
    {
        var labels = lines.ToLookup(line => grid.Places[line.Source].Column, line => Label(line).Length);
        var (lefts, widths) = (new int[grid.Columns.Length], new int[grid.Columns.Length]);
        var left = Margin;
        for (var column = 0; column < grid.Columns.Length; column++)
        {
            lefts[column] = left;
            widths[column] = (2 * Padding) + (int)Math.Ceiling(Letter * grid.Columns[column]
                .Select(place => grid.Places[place].Node)
                .Max(node => node is null ? 0
                    : Math.Max(Short(node.Name, LongestLabel).Length, Detail(node).Length)));
            left += widths[column] + Gap + (int)(Letter * labels[column].DefaultIfEmpty().Max());
        }

        return (lefts, widths);
    }

    /// <summary>The tops of the places, each near the middle of its neighbours, in turns from both sides.</summary>
    private static int[] Down(FlowGrid grid)
    {
        var middles = new double[grid.Places.Length];
        foreach (var column in grid.Columns)
        {
            Settle(grid, column, [.. column.Select(_ => 0.0)], middles);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var (joined, columns) = sweep % 2 == 0
                ? (grid.Before, grid.Columns.AsEnumerable())
                : (grid.After, grid.Columns.Reverse());
            foreach (var column in columns)
            {
                var wanted = column.Select(place =>
                    joined[place].Select(other => middles[other]).DefaultIfEmpty(middles[place]).Average());
                Settle(grid, column, [.. wanted], middles);
            }
        }

        var tops = middles.Select((middle, i) => middle - (High(grid.Places[i]) / 2.0)).ToArray();
        var highest = tops.DefaultIfEmpty().Min();
        return [.. tops.Select(top => (int)Math.Round(top - highest) + Margin)];
    }

    /// <summary>Sets the tops of a column's places, in order and without overlaps, as near as possible to the wanted
    /// ones: neighbours that would overlap become one block around the mean of their wanted tops.</summary>
    private static void Settle(FlowGrid grid, ImmutableArray<int> column, double[] wanted, double[] middles)
    {
        var offsets = new double[column.Length];
        for (var i = 1; i < column.Length; i++)
        {
            offsets[i] = offsets[i - 1] + Between
                + ((High(grid.Places[column[i - 1]]) + High(grid.Places[column[i]])) / 2.0);
        }

        var blocks = new Stack<(double Sum, int Count)>();
        for (var i = 0; i < column.Length; i++)
        {
            var (sum, count) = (wanted[i] - offsets[i], 1);
            while (blocks.TryPeek(out var above) && above.Sum / above.Count >= sum / count)
            {
                blocks.Pop();
                (sum, count) = (sum + above.Sum, count + above.Count);
            }

            blocks.Push((sum, count));
        }

        var at = column.Length;
        foreach (var (sum, count) in blocks)
        {
            for (var i = 0; i < count; i++)
            {
                at--;
                middles[column[at]] = (sum / count) + offsets[at];
            }
        }
    }

    private static int High(GridPlace place) => place.Node is null ? 0 : NodeHeight;
}

/// <summary>A rectangle.</summary>
internal readonly record struct Box(int Left, int Top, int Width, int Height)
{
    /// <summary>Its right edge.</summary>
    public int Right => Left + Width;

    /// <summary>Its vertical middle.</summary>
    public int Middle => Top + (Height / 2);
}

/// <summary>A node and its box.</summary>
internal sealed record PlacedNode(SketchedNode Node, Box Box);

/// <summary>A line and the boxes that it passes, from its source to its target.</summary>
internal sealed record PlacedLine(FlowLine Line, ImmutableArray<Box> Boxes);
