using System.Collections.Immutable;
using Infra.Settings;
using Infra.Smoke.Comparing;

namespace Infra.Smoke.Experiments;

/// <summary>What an experiment says, and never more.</summary>
public sealed record Analysis
{
    /// <summary>The fewest units of an arm from which anything is concluded.</summary>
    /// <value>20: fewer are an anecdote, and their variance is a guess.</value>
    public const int FewestUnits = 20;

    /// <summary>The difference that should not be missed, where nobody says.</summary>
    /// <value>0.05: five points of a share, five percent of a mean.</value>
    public const double Relevant = 0.05;

    /// <summary>What ran.</summary>
    public required Experiment Experiment { get; init; }

    /// <summary>What was measured.</summary>
    public required Measurements Measured { get; init; }

    /// <summary>The difference that should not be missed.</summary>
    public required double Detect { get; init; }

    /// <summary>Whether units came as they were dealt.</summary>
    internal SampleRatio Ratio { get; init; }

    /// <summary>Each arm besides the control.</summary>
    public required ImmutableArray<ArmFinding> Findings { get; init; }

    /// <summary>Whether units came as they were dealt; else nothing is concluded.</summary>
    public bool IsSound => !Ratio.IsMismatch;

    /// <summary>What measurements say about an experiment.</summary>
    /// <param name="experiment">What ran.</param>
    /// <param name="measured">What was measured.</param>
    /// <param name="detect">The difference that should not be missed; null for <see cref="Relevant"/>.</param>
    /// <param name="lowerIsBetter">Whether less is better, as of latency.</param>
    public static Analysis Of(Experiment experiment, Measurements measured, double? detect, bool lowerIsBetter)
    {
        var ratio = SampleRatio.Of(measured.Units, [.. experiment.Arms.Select(arm => (double)arm.Weight)]);
        var control = measured.Arms[0];
        return new()
        {
            Experiment = experiment,
            Measured = measured,
            Detect = detect ?? Relevant,
            Ratio = ratio,
            Findings =
            [
                .. experiment.Arms.Zip(measured.Arms).Skip(1).Select(arm =>
                    Finding(arm.First, control, arm.Second, measured.Metric, detect ?? Relevant) is var found
                    && ratio.IsMismatch ? found with { Verdict = ArmVerdict.None, More = 0 }
                    : lowerIsBetter ? found with { Verdict = Reversed(found.Verdict) }
                    : found),
            ],
        };
    }

    private static ArmFinding Finding(
        ExperimentArm arm, ArmSummary control, ArmSummary measured, Metric metric, double detect)
    {
        var fewest = Math.Min(control.Units, measured.Units);
        if (fewest < FewestUnits)
        {
            return new(arm, null, default, default, ArmVerdict.NeedsMore, FewestUnits - fewest);
        }

        var isLift = control.Mean != 0;
        var difference = isLift
            ? ArmComparison.Lift(control, measured)
            : ArmComparison.Absolute(control, measured);
        var always = difference.AlwaysValid(UnitsNeeded.Alpha);
        var needed = (long)Math.Ceiling(Needed(control, measured, metric, detect));
        var (verdict, more) = !always.ContainsZero
            ? (difference.Difference > 0 ? ArmVerdict.Better : ArmVerdict.Worse, 0L)
            : fewest >= needed ? (ArmVerdict.NoDifference, 0L)
            : (ArmVerdict.NeedsMore, needed - fewest);
        return new(arm, isLift, difference.Fixed(UnitsNeeded.Alpha), always, verdict, more);
    }

    /// <summary>Units of an arm, however often anybody looks.</summary>
    private static double Needed(ArmSummary control, ArmSummary arm, Metric metric, double detect) => Math.Max(
        FewestUnits,
        UnitsNeeded.WhenPeeking(UnitsNeeded.ForVariances(
            Cautious(control, metric) + Cautious(arm, metric),
            metric is Metric.Share || control.Mean == 0 ? detect : detect * control.Mean)));

    /// <summary>Even without a single failure the next may be one (Agresti and Coull: two of each).</summary>
    private static double Cautious(ArmSummary arm, Metric metric)
    {
        var share = ((arm.Mean * arm.Units) + 2) / (arm.Units + 4);
        return metric is Metric.Share ? share * (1 - share) : arm.Variance;
    }

    private static ArmVerdict Reversed(ArmVerdict verdict) => verdict switch
    {
        ArmVerdict.Better => ArmVerdict.Worse,
        ArmVerdict.Worse => ArmVerdict.Better,
        ArmVerdict.None or ArmVerdict.NoDifference or ArmVerdict.NeedsMore => verdict,
    };
}

/// <summary>How an arm does against the control.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="IsLift">Whether differences are shares of the control; null where there are too few units.</param>
/// <param name="Fixed">Where the difference lies, for who looks once, at the end.</param>
/// <param name="AlwaysValid">Where it lies, for who looks at any time.</param>
/// <param name="Verdict">What follows.</param>
/// <param name="More">How many units each arm lacks.</param>
public sealed record ArmFinding(
    ExperimentArm Arm, bool? IsLift, Interval Fixed, Interval AlwaysValid, ArmVerdict Verdict, long More);

/// <summary>What follows from a comparison of arms.</summary>
public enum ArmVerdict
{
    /// <summary>Nothing: units did not come as they were dealt.</summary>
    None,

    /// <summary>The arm is better than the control.</summary>
    Better,

    /// <summary>It is worse.</summary>
    Worse,

    /// <summary>A difference of the size asked for would have been found.</summary>
    NoDifference,

    /// <summary>Nothing yet.</summary>
    NeedsMore,
}
