using System.Collections.Immutable;
using Infra.Graphs;

namespace Infra.Targets.Pages;

/// <summary>A flow in columns, each node to the right of its sources. A line that crosses a column has a place of its
/// own there, so that it does not run behind a node.</summary>
/// <param name="Places">The nodes in their order, then the places of lines that cross a column.</param>
/// <param name="Paths">The places that each line passes, from its source to its target.</param>
/// <param name="Columns">The places of each column, from top to bottom.</param>
internal sealed record FlowGrid(
    ImmutableArray<GridPlace> Places,
    ImmutableArray<ImmutableArray<int>> Paths,
    ImmutableArray<ImmutableArray<int>> Columns)
{
    /// <summary>The number of sweeps, enough for typical flows to settle.</summary>
    private const int Sweeps = 4;

    /// <summary>The places to the left that lines to a place come from.</summary>
    public ILookup<int, int> Before { get; } = Steps(Paths).ToLookup(step => step.To, step => step.From);

    /// <summary>The places to the right that lines from a place lead to.</summary>
    public ILookup<int, int> After { get; } = Steps(Paths).ToLookup(step => step.From, step => step.To);

    /// <summary>Assigns places to all nodes and lines.</summary>
    public static FlowGrid Of(FlowSketch sketch, ImmutableArray<FlowLine> lines)
    {
        var places = ColumnsOf(sketch, lines).ToList();
        var paths = lines.Select(line => Path(line, places)).ToImmutableArray();
        var columns = places.Index().GroupBy(place => place.Item.Column).OrderBy(column => column.Key)
            .Select(column => column.Select(place => place.Index).ToImmutableArray());
        return new FlowGrid([.. places], paths, [.. columns]).Untangled();
    }

    /// <summary>Puts each node in the column after its last source; a line that closes a circle is ignored.</summary>
    private static IEnumerable<GridPlace> ColumnsOf(FlowSketch sketch, ImmutableArray<FlowLine> lines)
    {
        var (columns, asked) = (new int?[sketch.Nodes.Length], new HashSet<int>());
        return sketch.Nodes.Select((node, i) => new GridPlace(node, Column(i)));

        int Column(int node)
        {
            if (columns[node] is { } known)
            {
                return known;
            }

            asked.Add(node);
            var column = lines.Where(line => line.Target == node && !asked.Contains(line.Source))
                .Select(line => Column(line.Source) + 1).DefaultIfEmpty().Max();
            asked.Remove(node);
            columns[node] = column;
            return column;
        }
    }

    private static ImmutableArray<int> Path(FlowLine line, List<GridPlace> places)
    {
        var path = ImmutableArray.CreateBuilder<int>();
        path.Add(line.Source);
        for (var column = places[line.Source].Column + 1; column < places[line.Target].Column; column++)
        {
            path.Add(places.Count);
            places.Add(new(null, column));
        }

        path.Add(line.Target);
        return path.ToImmutable();
    }

    /// <summary>The same grid with each place near the middle of its neighbours, which avoids most crossings.</summary>
    private FlowGrid Untangled()
    {
        var order = new double[Places.Length];
        var columns = Columns.ToArray();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var (joined, backward) = sweep % 2 == 0 ? (Before, false) : (After, true);
            for (var i = 0; i < columns.Length; i++)
            {
                var at = backward ? columns.Length - 1 - i : i;
                columns[at] = [.. columns[at].Index()
                    .OrderBy(place => joined[place.Item].Select(other => order[other])
                        .DefaultIfEmpty((double)place.Index / columns[at].Length).Average())
                    .Select(place => place.Item)];
                foreach (var (index, place) in columns[at].Index())
                {
                    order[place] = (double)index / columns[at].Length;
                }
            }
        }

        return this with { Columns = [.. columns] };
    }

    private static IEnumerable<(int From, int To)> Steps(ImmutableArray<ImmutableArray<int>> paths) =>
        paths.SelectMany(path => path.Zip(path.Skip(1)));
}

/// <summary>A node and its column, counted from 0; null for a place that a line passes.</summary>
internal readonly record struct GridPlace(SketchedNode? Node, int Column);

/// <summary>A line between two nodes, for all connections between them.</summary>
/// <param name="Source">The index of its source in the picture.</param>
/// <param name="Target">The index of its target.</param>
/// <param name="Conditions">The conditions of its conditional connections; empty if it only carries data.</param>
internal sealed record FlowLine(int Source, int Target, ImmutableArray<string> Conditions)
{
    /// <summary>The lines of a picture, in order.</summary>
    public static ImmutableArray<FlowLine> Of(FlowSketch sketch)
    {
        var numbers = sketch.Nodes.Index().ToDictionary(node => node.Item.Name, node => node.Index);
        return
        [
            .. from line in sketch.Lines
               where numbers.ContainsKey(line.Ends.Source) && numbers.ContainsKey(line.Ends.Target)
               group line.Ends by (Source: numbers[line.Ends.Source], Target: numbers[line.Ends.Target],
                   IsCondition: line.Ends.Input is null) into joined
               select new FlowLine(joined.Key.Source, joined.Key.Target,
                   joined.Key.IsCondition ? [.. joined.Select(ends => ends.Port)] : []),
        ];
    }
}
