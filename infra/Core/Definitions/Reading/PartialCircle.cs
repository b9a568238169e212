using Infra.Diagnostics;

namespace Infra.Definitions.Reading;

/// <summary>Partials that contain themselves.</summary>
internal static class PartialCircle
{
    /// <summary>What is wrong with a partial that contains itself, or null when it does not.</summary>
    /// <remarks>Whichever partial of a circle is asked about, the answer is the same,
    /// so a circle is one problem.</remarks>
    public static Diagnostic? Through(string name, PartialSource source)
    {
        if (Shortest(name, source) is not { } circle)
        {
            return null;
        }

        var first = circle.MinBy(step => step.Name, StringComparer.Ordinal)!;
        var at = circle.IndexOf(first);
        return Problems.CircularPartial(
            first.At, [.. circle[at..].Concat(circle[..at]).Select(step => step.Name), first.Name]);
    }

    /// <summary>The shortest way from a partial back to it,
    /// each step with the place that leads there; by breadth.</summary>
    private static List<Step>? Shortest(string name, PartialSource source)
    {
        var cameFrom = new Dictionary<string, (string Name, Location At)>(StringComparer.Ordinal);
        var open = new Queue<string>([name]);
        while (open.TryDequeue(out var current))
        {
            foreach (var step in Steps(current, source))
            {
                if (cameFrom.TryAdd(step.Name, (current, step.At)))
                {
                    open.Enqueue(step.Name);
                }

                if (step.Name == name)
                {
                    return Way(name, cameFrom);
                }
            }
        }

        return null;
    }

    private static List<Step> Way(string name, Dictionary<string, (string Name, Location At)> cameFrom)
    {
        var way = new List<Step>();
        var current = name;
        do
        {
            var (from, at) = cameFrom[current];
            way.Insert(0, new(current, at));
            current = from;
        }
        while (current != name);
        return way;
    }

    private static IEnumerable<Step> Steps(string name, PartialSource source) => source(name, default, []) is { } file
        ? PartialUse.In(file.Text).DistinctBy(use => use.Name)
            .Select(use => new Step(use.Name, file.LocationOf(use.Start)))
        : [];

    private sealed record Step(string Name, Location At);
}
