using System.Collections.Immutable;
using Infra.Diagnostics;

namespace Infra.Definitions.Reading;

/// <summary>Finds partials that contain themselves.</summary>
/// <remarks>Each partial is visited once, however many contain it: R. Tarjan, "Depth-first search and linear graph
/// algorithms" (1972).</remarks>
internal sealed class PartialCircle(PartialSource source)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ImmutableArray<Step>> _steps = new(StringComparer.Ordinal);

    /// <summary>The partials visited so far, and whether each is part of a circle.</summary>
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>The problem of a partial that contains itself; null when it does not.</summary>
    /// <remarks>The answer is the same for every partial of a circle, so a circle is reported once.</remarks>
    public Diagnostic? Through(string name)
    {
        lock (_lock)
        {
            if (!_known.ContainsKey(name))
            {
                Search(name);
            }

            return _known[name] ? Circle(Shortest(name)) : null;
        }
    }

    private static Diagnostic Circle(List<Step> circle)
    {
        var first = circle.MinBy(step => step.Name, StringComparer.Ordinal)!;
        var at = circle.IndexOf(first);
        return Problems.CircularPartial(
            first.At, [.. circle[at..].Concat(circle[..at]).Select(step => step.Name), first.Name]);
    }

    /// <summary>Finds the circles among a partial and everything it contains, except what was visited before.</summary>
    private void Search(string root)
    {
        var (found, lowest) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<int>());
        var open = new Stack<string>();
        var path = new Stack<(string Name, int Next)>([(root, 0)]);
        while (path.TryPop(out var at))
        {
            if (found.TryAdd(at.Name, lowest.Count))
            {
                lowest.Add(lowest.Count);
                open.Push(at.Name);
            }

            var own = found[at.Name];
            var steps = Steps(at.Name);
            if (at.Next > 0 && found.TryGetValue(steps[at.Next - 1].Name, out var inner)
                && !_known.ContainsKey(steps[at.Next - 1].Name))
            {
                lowest[own] = Math.Min(lowest[own], lowest[inner]);
            }

            if (at.Next < steps.Length)
            {
                path.Push((at.Name, at.Next + 1));
                if (!found.ContainsKey(steps[at.Next].Name) && !_known.ContainsKey(steps[at.Next].Name))
                {
                    path.Push((steps[at.Next].Name, 0));
                }
            }
            else if (lowest[own] == own)
            {
                Close(at.Name, open);
            }
        }
    }

    /// <summary>Marks a partial and all that were opened after it as containing each other.</summary>
    private void Close(string name, Stack<string> open)
    {
        var isCircle = open.Peek() != name || Steps(name).Any(step => step.Name == name);
        string member;
        do
        {
            member = open.Pop();
            _known[member] = isCircle;
        }
        while (member != name);
    }

    /// <summary>The shortest way from a partial back to itself, each step with its place, found by breadth-first
    /// search.</summary>
    private List<Step> Shortest(string name)
    {
        var cameFrom = new Dictionary<string, (string Name, Location At)>(StringComparer.Ordinal);
        var open = new Queue<string>([name]);
        while (!cameFrom.ContainsKey(name))
        {
            var current = open.Dequeue();
            foreach (var step in Steps(current))
            {
                if (cameFrom.TryAdd(step.Name, (current, step.At)))
                {
                    open.Enqueue(step.Name);
                }
            }
        }

        var way = new List<Step>();
        var last = name;
        do
        {
            var (from, at) = cameFrom[last];
            way.Add(new(last, at));
            last = from;
        }
        while (last != name);
        way.Reverse();
        return way;
    }

    private ImmutableArray<Step> Steps(string name)
    {
        if (!_steps.TryGetValue(name, out var steps))
        {
            steps = source(name, default, []) is { } file
                ? [
                    .. PartialUse.In(file.Text).DistinctBy(use => use.Name)
                        .Select(use => new Step(use.Name, file.LocationOf(use.Start))),
                ]
                : [];
            _steps.Add(name, steps);
        }

        return steps;
    }

    private sealed record Step(string Name, Location At);
}
