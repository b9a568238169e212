using System.Collections.Immutable;
using Infra.Smoke.Cases;
using Infra.Smoke.Reports;

namespace Infra.Smoke.Comparing;

/// <summary>The conclusion of a comparison of two stacks, about the right one.</summary>
public enum Conclusion
{
    /// <summary>There are too few cases to conclude anything.</summary>
    InsufficientData,

    /// <summary>There are enough cases, and the difference may be due to chance.</summary>
    NoDifference,

    /// <summary>The right side is better.</summary>
    Better,

    /// <summary>The right side is worse.</summary>
    Worse,
}

/// <summary>A comparison of two stacks on the same cases.</summary>
/// <remarks>
/// A case counts once, however often it was repeated: repetitions of a case are not independent of each other.
/// </remarks>
public sealed record Comparison
{
    /// <summary>The stack that is compared with.</summary>
    public required string Left { get; init; }

    /// <summary>The stack that is judged.</summary>
    public required string Right { get; init; }

    /// <summary>The number of cases that were run and judged on both.</summary>
    public required int Pairs { get; init; }

    /// <summary>Cases that only the left side passes.</summary>
    public required ImmutableArray<CaseId> OnlyLeft { get; init; }

    /// <summary>Cases that only the right side passes.</summary>
    public required ImmutableArray<CaseId> OnlyRight { get; init; }

    /// <summary>The probability of a split at least this uneven by chance; see <see cref="McNemar"/>.</summary>
    public double PValue => McNemar.PValue(OnlyLeft.Length, OnlyRight.Length);

    /// <summary>
    /// How much longer a case takes on the right, in seconds; null when no case has it on both sides.
    /// </summary>
    public Measured? Latency { get; init; }

    /// <summary>How many more tokens a case takes on the right; null when no case has it on both sides.</summary>
    public Measured? Tokens { get; init; }

    /// <summary>The votes of judges on the same cases; null when none was asked.</summary>
    public VoteCount? Votes { get; init; }

    /// <summary>How many more cases are needed for a conclusion; 0 when there are enough.</summary>
    public int CasesMissing => Conclusion is Conclusion.InsufficientData
        ? Math.Max(1, SampleSize.Needed(Pairs, OnlyLeft.Length + OnlyRight.Length) - Pairs)
        : 0;

    /// <summary>Whether the right side passes more cases, fewer, or neither can be concluded.</summary>
    public Conclusion Conclusion =>
        Pairs >= SampleSize.FewestPairs && PValue < SampleSize.Significance
            ? OnlyRight.Length > OnlyLeft.Length ? Conclusion.Better : Conclusion.Worse
        : Pairs >= SampleSize.Needed(Pairs, OnlyLeft.Length + OnlyRight.Length) ? Conclusion.NoDifference
        : Conclusion.InsufficientData;

    /// <summary>Compares two runs of the same cases.</summary>
    /// <param name="left">The run on the left stack.</param>
    /// <param name="right">The run on the right stack.</param>
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

    /// <summary>Whether a case was run and judged; otherwise it does not count for either side.</summary>
    private static bool IsJudged(CaseResult test) => test.IsGood || test.Status is CaseStatus.Failed;
}

/// <summary>A measure of both sides on the same cases; less is better.</summary>
/// <param name="Pairs">The number of cases that have it on both sides.</param>
/// <param name="Left">The mean on the left.</param>
/// <param name="Right">The mean on the right.</param>
/// <param name="Difference">Right minus left.</param>
public sealed record Measured(int Pairs, double Left, double Right, Interval Difference)
{
    /// <summary>Whether the right side takes less, more, or neither can be concluded.</summary>
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
