using System.Collections.Immutable;

namespace Infra.Smoke.Experiments;

/// <summary>Whether the numbers of units match the weights of the arms; if not, some units have been lost.</summary>
/// <param name="ChiSquare">The deviation of the counts from the weights.</param>
/// <param name="P">The probability of a deviation at least this large.</param>
internal readonly record struct SampleRatio(double ChiSquare, double P)
{
    /// <summary>The p-value below which the counts do not match.</summary>
    /// <value>0.001.</value>
    /// <remarks>Source: growthbook/growthbook, packages/shared/src/constants.ts, 2026-08-21.</remarks>
    public const double Threshold = 0.001;

    /// <summary>Whether nothing should be concluded.</summary>
    public bool IsMismatch => P < Threshold;

    /// <summary>Compares counts with weights, which need not add up to 1.</summary>
    public static SampleRatio Of(ImmutableArray<long> units, ImmutableArray<double> weights)
    {
        var (total, sum) = (units.Sum(), weights.Sum());
        var chiSquare = units.Zip(weights).Sum(arm =>
        {
            var expected = total * arm.Second / sum;
            return (arm.First - expected) * (arm.First - expected) / expected;
        });
        return new(chiSquare, Distributions.ChiSquareTail(chiSquare, units.Length - 1));
    }
}
