using System.Collections.Immutable;
using Infra.Smoke.Cases;
using Infra.Smoke.Reports;

namespace Infra.Smoke.Comparing;

/// <summary>What a comparison of two stacks concludes, seen from the right one.</summary>
public enum Conclusion
{
    /// <summary>Too few cases to conclude anything.</summary>
    InsufficientData,

    /// <summary>Enough cases, and no difference that could be told from chance.</summary>
    NoDifference,

    /// <summary>The right side is better.</summary>
    Better,

    /// <summary>The right side is worse.</summary>
    Worse,
}

/// <summary>The same cases on two stacks, paired.</summary>
/// <remarks>
/// A case counts once, however often it was repeated: repetitions of a case are not independent of each other.
/// </remarks>
public sealed record Comparison
{
    /// <summary>The stack that is compared with.</summary>
    public required string Left { get; init; }

    /// <summary>The stack that is judged.</summary>
    public required string Right { get; init; }

    /// <summary>The cases that were run on both, and judged on both.</summary>
    public required int Pairs { get; init; }

    /// <summary>Cases that only the left side passes.</summary>
    public required ImmutableArray<CaseId> OnlyLeft { get; init; }

    /// <summary>Cases that only the right side passes.</summary>
    public required ImmutableArray<CaseId> OnlyRight { get; init; }

    /// <summary>How likely a split this uneven is by chance; see <see cref="McNemar"/>.</summary>
    public double PValue => McNemar.PValue(OnlyLeft.Length, OnlyRight.Length);

    /// <summary>
    /// How much longer a case takes on the right, in seconds; null when it is known of no case on both.
    /// </summary>
    public Measured? Latency { get; init; }

    /// <summary>How many more tokens a case takes on the right; null when it is known of no case on both.</summary>
    public Measured? Tokens { get; init; }

    /// <summary>The votes of models that judge, on the same cases; null when none was asked.</summary>
    public VoteCount? Votes { get; init; }

    /// <summary>How many more cases it takes before a verdict is given; 0 when there are enough.</summary>
    public int CasesMissing => Conclusion is Conclusion.InsufficientData
        ? Math.Max(1, SampleSize.Needed(Pairs, OnlyLeft.Length + OnlyRight.Length) - Pairs)
        : 0;

    /// <summary>Whether the right side passes more cases, fewer, or nobody can tell.</summary>
    public Conclusion Conclusion =>
        Pairs >= SampleSize.FewestPairs && PValue < SampleSize.Significance
            ? OnlyRight.Length > OnlyLeft.Length ? Conclusion.Better : Conclusion.Worse
        : Pairs >= SampleSize.Needed(Pairs, OnlyLeft.Length + OnlyRight.Length) ? Conclusion.NoDifference
        : Conclusion.InsufficientData;

    /// <summary>Compares two runs of the same cases.</summary>
    /// <param name="left">The run on the stack that is compared with.</param>
    /// <param name="right">The run on the stack that is judged.</param>
    /// <param name="draws">Random numbers for the intervals.</param>
    public static Comparison Of(SmokeReport left, SmokeReport right, Draws draws)
    {
        var byId = right.Cases.DistinctBy(test => test.Id).ToDictionary(test => test.Id);
        var pairs = left.Cases
            .DistinctBy(test => test.Id)
            .Where(test => byId.ContainsKey(test.Id))
            .Select(test => (Left: test, Right: byId[test.Id]))
            .Where(pair => IsJudged(pair.Left) && IsJudged(pair.Right))
            .ToImmutableArray();
        return new()
        {
            Left = left.Stack,
            Right = right.Stack,
            Pairs = pairs.Length,
            OnlyLeft = [.. pairs.Where(pair => pair.Left.IsGood && !pair.Right.IsGood).Select(pair => pair.Left.Id)],
            OnlyRight = [.. pairs.Where(pair => pair.Right.IsGood && !pair.Left.IsGood).Select(pair => pair.Left.Id)],
            Latency = Measured.Of(pairs, test => test.MeanLatency?.TotalSeconds, draws),
            Tokens = Measured.Of(pairs, test => test.MeanTokens, draws),
            Votes = VoteCount.Of(pairs),
        };
    }

    /// <summary>A case that could not be run, or not be judged, says nothing about either side.</summary>
    private static bool IsJudged(CaseResult test) => test.IsGood || test.Status is CaseStatus.Failed;
}

/// <summary>A measure of both sides on the same cases; less is better.</summary>
/// <param name="Pairs">Cases of which it is known on both.</param>
/// <param name="Left">The mean on the left.</param>
/// <param name="Right">The mean on the right.</param>
/// <param name="Difference">Right minus left.</param>
public sealed record Measured(int Pairs, double Left, double Right, Interval Difference)
{
    /// <summary>Whether the right side takes less, more, or nobody can tell.</summary>
    public Conclusion Conclusion =>
        Pairs < SampleSize.FewestPairs ? Conclusion.InsufficientData
        : Difference.ContainsZero ? Conclusion.NoDifference
        : Difference.High < 0 ? Conclusion.Better
        : Conclusion.Worse;

    internal static Measured? Of(
        ImmutableArray<(CaseResult Left, CaseResult Right)> pairs, Func<CaseResult, double?> measure, Draws draws)
    {
        var known = pairs
            .Select(pair => (Left: measure(pair.Left), Right: measure(pair.Right)))
            .Where(pair => pair is { Left: not null, Right: not null })
            .Select(pair => (Left: pair.Left!.Value, Right: pair.Right!.Value))
            .ToImmutableArray();
        return known.IsEmpty ? null : new(
            known.Length,
            known.Average(pair => pair.Left),
            known.Average(pair => pair.Right),
            Bootstrap.OfMean([.. known.Select(pair => pair.Right - pair.Left)], draws));
    }
}
