using System.Collections.Immutable;

namespace Infra.Smoke.Experiments;

/// <summary>Whether units came to arms as they were dealt: where not, something lost some of them.</summary>
/// <param name="ChiSquare">How far the counts are from the weights.</param>
/// <param name="P">How probable counts that far off are.</param>
internal readonly record struct SampleRatio(double ChiSquare, double P)
{
    /// <summary>The p-value below which the ratio is wrong.</summary>
    /// <value>0.001.</value>
    /// <remarks>Source: growthbook/growthbook, packages/shared/src/constants.ts, 2026-08-21.</remarks>
    public const double Threshold = 0.001;

    /// <summary>Whether nothing should be concluded.</summary>
    public bool IsMismatch => P < Threshold;

    /// <summary>Compares counts with weights, whatever those add up to.</summary>
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
