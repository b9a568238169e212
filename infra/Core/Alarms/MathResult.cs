using System.Collections.Immutable;

namespace Infra.Alarms;

/// <summary>What an expression comes to.</summary>
public abstract record MathResult
{
    private MathResult()
    {
    }

    /// <summary>One number for the whole time.</summary>
    public sealed record Scalar(double Value) : MathResult;

    /// <summary>One series.</summary>
    public sealed record Line(Series Series) : MathResult;

    /// <summary>Several series.</summary>
    public sealed record Lines(ImmutableArray<Series> Series) : MathResult;

    /// <summary>A text, which only some functions take.</summary>
    public sealed record Word(string Text) : MathResult;

    /// <summary>The expression makes no sense.</summary>
    public sealed record Wrong(string Problem) : MathResult;
}

/// <summary>What an expression can mention.</summary>
/// <param name="Times">The starts of all periods, oldest first.</param>
/// <param name="Period">How long each is.</param>
/// <param name="Metrics">The metrics of the request, in its order; expressions are not among them.</param>
/// <param name="Find">The result of any id.</param>
public sealed record MathScope(
    ImmutableArray<DateTimeOffset> Times,
    TimeSpan Period,
    ImmutableArray<(string Id, Series Series)> Metrics,
    Func<string, MathResult> Find);
