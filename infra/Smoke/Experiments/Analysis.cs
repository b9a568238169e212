using System.Collections.Immutable;
using Infra.Settings;
using Infra.Smoke.Comparing;

namespace Infra.Smoke.Experiments;

/// <summary>The conclusions from an experiment's results.</summary>
public sealed record Analysis
{
    /// <summary>The fewest units of an arm from which anything is concluded.</summary>
    /// <value>20; fewer are anecdotal, and their variance is a guess.</value>
    public const int FewestUnits = 20;

    /// <summary>The difference that should be detected, if not stated.</summary>
    /// <value>0.05: five percentage points of a share, five percent of a mean.</value>
    public const double Relevant = 0.05;

    /// <summary>The experiment.</summary>
    public required Experiment Experiment { get; init; }

    /// <summary>The measurements.</summary>
    public required Measurements Measured { get; init; }

    /// <summary>The difference that should be detected.</summary>
    public required double Detect { get; init; }

    /// <summary>Whether the numbers of units match the weights.</summary>
    internal SampleRatio Ratio { get; init; }

    /// <summary>The finding for each arm other than the control.</summary>
    public required ImmutableArray<ArmFinding> Findings { get; init; }

    /// <summary>Whether the numbers of units match the weights; otherwise nothing is concluded.</summary>
    public bool IsSound => !Ratio.IsMismatch;

    /// <summary>The conclusions from the measurements of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="measured">The measurements.</param>
    /// <param name="detect">The difference that should be detected; null for <see cref="Relevant"/>.</param>
    /// <param name="lowerIsBetter">Whether less is better, as for latency.</param>
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

    /// <summary>The units that an arm needs, valid at every look at the results.</summary>
    private static double Needed(ArmSummary control, ArmSummary arm, Metric metric, double detect) => Math.Max(
        FewestUnits,
        UnitsNeeded.WhenPeeking(UnitsNeeded.ForVariances(
            Cautious(control, metric) + Cautious(arm, metric),
            metric is Metric.Share || control.Mean == 0 ? detect : detect * control.Mean)));

    /// <summary>The variance with a correction: even without a failure, the next unit may be one (Agresti and Coull:
    /// two of each).</summary>
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

/// <summary>The comparison of an arm with the control.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="IsLift">Whether differences are relative to the control; null where there are too few units.</param>
/// <param name="Fixed">The confidence interval of the difference for a single look, at the end.</param>
/// <param name="AlwaysValid">The confidence interval of the difference that is valid at every look.</param>
/// <param name="Verdict">The conclusion.</param>
/// <param name="More">How many more units each arm needs.</param>
public sealed record ArmFinding(
    ExperimentArm Arm, bool? IsLift, Interval Fixed, Interval AlwaysValid, ArmVerdict Verdict, long More);

/// <summary>The conclusion from a comparison of arms.</summary>
public enum ArmVerdict
{
    /// <summary>None: the numbers of units do not match the weights.</summary>
    None,

    /// <summary>The arm is better than the control.</summary>
    Better,

    /// <summary>It is worse.</summary>
    Worse,

    /// <summary>A difference of the stated size would have been found.</summary>
    NoDifference,

    /// <summary>None yet: more units are needed.</summary>
    NeedsMore,
}
