using System.Collections.Immutable;

namespace Infra.Alarms;

/// <summary>The result of an expression.</summary>
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

    /// <summary>A text, which only some functions take as an argument.</summary>
    public sealed record Word(string Text) : MathResult;

    /// <summary>The expression cannot be evaluated.</summary>
    public sealed record Wrong(string Problem) : MathResult;
}

/// <summary>What an expression may refer to.</summary>
/// <param name="Times">The starts of all periods, oldest first.</param>
/// <param name="Period">The length of each period.</param>
/// <param name="Metrics">The metrics of the request, in the request's order, without its expressions.</param>
/// <param name="Find">Finds the result of any id.</param>
public sealed record MathScope(
    ImmutableArray<DateTimeOffset> Times,
    TimeSpan Period,
    ImmutableArray<(string Id, Series Series)> Metrics,
    Func<string, MathResult> Find);
