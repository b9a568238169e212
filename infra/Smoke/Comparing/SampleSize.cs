namespace Infra.Smoke.Comparing;

/// <summary>The number of cases that a comparison needs before finding no difference means something.</summary>
/// <remarks>
/// Connor's formula for paired proportions (Biometrics 43, 1987), at 5 % significance, two-sided, and 80 % power.
/// </remarks>
public static class SampleSize
{
    /// <summary>The significance level.</summary>
    /// <value>0.05.</value>
    public const double Significance = 0.05;

    /// <summary>The difference between the shares of passed cases that should be detected.</summary>
    /// <value>0.1: ten of a hundred cases.</value>
    public const double Relevant = 0.1;

    /// <summary>The fewest pairs from which anything is concluded, regardless of the p-value.</summary>
    /// <value>20 cases; fewer are anecdotal.</value>
    public const int FewestPairs = 20;

    /// <summary>
    /// The 97.5 % quantile of the normal distribution: half of <see cref="Significance"/> on each side.
    /// </summary>
    private const double SignificanceQuantile = 1.959963984540054;

    /// <summary>The 80 % quantile of the normal distribution, for the power.</summary>
    private const double PowerQuantile = 0.8416212335729143;

    /// <summary>The number of pairs needed to detect the <see cref="Relevant"/> difference.</summary>
    /// <param name="pairs">The number of pairs.</param>
    /// <param name="split">The number of pairs that one side passes and the other fails.</param>
    public static int Needed(int pairs, int split)
    {
        // +1/+2 (Agresti): even without a pair that differs, the next may. The share cannot be less than the
        // difference.
        var share = Math.Max(Relevant, (split + 1.0) / (pairs + 2.0));
        var spread = (SignificanceQuantile * Math.Sqrt(share))
            + (PowerQuantile * Math.Sqrt(share - (Relevant * Relevant)));
        return Math.Max(FewestPairs, (int)Math.Ceiling(spread * spread / (Relevant * Relevant)));
    }
}
