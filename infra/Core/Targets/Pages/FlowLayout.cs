using System.Collections.Immutable;
using Infra.Graphs;

namespace Infra.Targets.Pages;

/// <summary>Where the nodes of a picture stand: in columns, each to the right of what leads to it.</summary>
/// <param name="Nodes">The nodes with their columns and rows, from 0.</param>
/// <param name="Columns">How many columns there are.</param>
/// <param name="Rows">How many rows the fullest column has.</param>
internal sealed record FlowLayout(ImmutableArray<PlacedNode> Nodes, int Columns, int Rows)
{
    /// <summary>Lays a picture out; connections that close a circle do not count.</summary>
    public static FlowLayout Of(FlowSketch sketch)
    {
        var columns = sketch.Nodes.ToDictionary(node => node.Name, _ => 0, StringComparer.Ordinal);
        for (var round = 0; round < sketch.Nodes.Length && Push(sketch, columns); round++)
        {
        }

        var rows = new Dictionary<int, int>();
        var placed = sketch.Nodes.Select(node =>
        {
            var column = Math.Min(columns[node.Name], sketch.Nodes.Length - 1);
            var row = rows.GetValueOrDefault(column);
            rows[column] = row + 1;
            return new PlacedNode(node, column, row);
        }).ToImmutableArray();
        return new(placed, rows.Keys.DefaultIfEmpty(-1).Max() + 1, rows.Values.DefaultIfEmpty(0).Max());
    }

    /// <summary>Moves each target behind its source; false when all stand so already.</summary>
    private static bool Push(FlowSketch sketch, Dictionary<string, int> columns)
    {
        var moved = false;
        foreach (var ends in sketch.Lines.Select(line => line.Ends))
        {
            if (columns.TryGetValue(ends.Source, out var source) && columns.TryGetValue(ends.Target, out var target)
                && target <= source && ends.Source != ends.Target)
            {
                columns[ends.Target] = source + 1;
                moved = true;
            }
        }

        return moved;
    }
}

/// <summary>A node and where it stands.</summary>
internal sealed record PlacedNode(SketchedNode Node, int Column, int Row);
