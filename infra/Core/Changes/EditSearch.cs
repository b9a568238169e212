namespace Infra.Changes;

/// <summary>Marks what is removed and added between two lists of numbers, until the work allowed is used up.</summary>
/// <param name="before">The earlier list.</param>
/// <param name="after">The later list.</param>
/// <param name="mostSteps">The most positions that it examines.</param>
internal sealed class EditSearch(int[] before, int[] after, int mostSteps)
{
    /// <summary>The furthest position on each diagonal for a number of edits, from the start and from the
    /// end.</summary>
    private readonly int[] _forward = new int[before.Length + after.Length + 5];

    private readonly int[] _backward = new int[before.Length + after.Length + 5];

    /// <summary>Whether each item of the earlier list is removed.</summary>
    public bool[] Removed { get; } = new bool[before.Length];

    /// <summary>Whether each item of the later list is added.</summary>
    public bool[] Added { get; } = new bool[after.Length];

    /// <summary>The positions examined so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Whether everything has been compared.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Compares both lists.</summary>
    public void Compare() => Compare(new(0, before.Length, 0, after.Length));

    private void Compare(Box box)
    {
        while (box is { IsEmpty: false } && Same(box.Left, box.Top))
        {
            box = box with { Left = box.Left + 1, Top = box.Top + 1 };
        }

        while (box is { IsEmpty: false } && Same(box.Right - 1, box.Bottom - 1))
        {
            box = box with { Right = box.Right - 1, Bottom = box.Bottom - 1 };
        }

        if (!box.IsEmpty && Middle(box) is { } middle)
        {
            Compare(box with { Right = middle.X, Bottom = middle.Y });
            Compare(box with { Left = middle.X, Top = middle.Y });
            return;
        }

        IsComplete &= box.IsEmpty;
        Array.Fill(Removed, true, box.Left, box.Right - box.Left);
        Array.Fill(Added, true, box.Top, box.Bottom - box.Top);
    }

    /// <summary>A point halfway along a shortest path through the box; null when the work allowed is used up.</summary>
    /// <remarks>Diagonals outside the box are not followed: the searches become narrower at its edges.</remarks>
    private (int X, int Y)? Middle(Box box)
    {
        var (start, end) = (box.Left - box.Top, box.Right - box.Bottom);
        var isOdd = ((end - start) & 1) != 0;
        var (forward, backward) = (new Band(start, start), new Band(end, end));
        (_forward[At(start)], _backward[At(end)]) = (box.Left, box.Right);
        while (Steps < mostSteps)
        {
            forward = Widen(forward, box, _forward, nothing: -1);
            for (var way = forward.Highest; way >= forward.Lowest; way -= 2)
            {
                var x = Forward(box, way);
                if (isOdd && backward.Holds(way) && _backward[At(way)] <= x)
                {
                    return (x, x - way);
                }
            }

            backward = Widen(backward, box, _backward, nothing: int.MaxValue);
            for (var way = backward.Highest; way >= backward.Lowest; way -= 2)
            {
                var x = Backward(box, way);
                if (!isOdd && forward.Holds(way) && x <= _forward[At(way)])
                {
                    return (x, x - way);
                }
            }
        }

        return null;
    }

    /// <summary>Widens a band by one diagonal on either side, or narrows it at an edge of the box.</summary>
    private Band Widen(Band band, Box box, int[] furthest, int nothing)
    {
        var (lowest, highest) = (band.Lowest + 1, band.Highest - 1);
        if (band.Lowest > box.Left - box.Bottom)
        {
            lowest = band.Lowest - 1;
            furthest[At(lowest - 1)] = nothing;
        }

        if (band.Highest < box.Right - box.Top)
        {
            highest = band.Highest + 1;
            furthest[At(highest + 1)] = nothing;
        }

        return new(lowest, highest);
    }

    private int Forward(Box box, int way)
    {
        var (below, above) = (_forward[At(way - 1)], _forward[At(way + 1)]);
        var x = below >= above ? below + 1 : above;
        for (Steps++; x < box.Right && x - way < box.Bottom && Same(x, x - way); x++)
        {
        }

        return _forward[At(way)] = x;
    }

    private int Backward(Box box, int way)
    {
        var (below, above) = (_backward[At(way - 1)], _backward[At(way + 1)]);
        var x = below < above ? below : above - 1;
        for (Steps++; x > box.Left && x - way > box.Top && Same(x - 1, x - way - 1); x--)
        {
        }

        return _backward[At(way)] = x;
    }

    private bool Same(int x, int y)
    {
        Steps++;
        return before[x] == after[y];
    }

    private int At(int way) => way + after.Length + 2;

    /// <summary>The diagonals that a search has reached.</summary>
    private readonly record struct Band(int Lowest, int Highest)
    {
        public bool Holds(int way) => way >= Lowest && way <= Highest;
    }

    /// <summary>The part of both lists that is being compared.</summary>
    private readonly record struct Box(int Left, int Right, int Top, int Bottom)
    {
        public bool IsEmpty => Left >= Right || Top >= Bottom;
    }
}
