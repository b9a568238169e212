namespace Infra.Smoke.Comparing;

/// <summary>How many cases a comparison needs before its silence means something.</summary>
/// <remarks>
/// Connor's formula for paired proportions (Biometrics 43, 1987), at 5 % significance, two-sided, and 80 % power.
/// </remarks>
public static class SampleSize
{
    /// <summary>The level below which a difference counts as detected.</summary>
    /// <value>0.05.</value>
    public const double Significance = 0.05;

    /// <summary>The difference in the share of passed cases that a comparison should not miss.</summary>
    /// <value>0.1: ten of a hundred cases.</value>
    public const double Relevant = 0.1;

    /// <summary>The fewest pairs from which anything is concluded, whatever the p-value says.</summary>
    /// <value>20 cases: fewer are an anecdote.</value>
    public const int FewestPairs = 20;

    /// <summary>
    /// Quantile of the normal distribution at 97.5 %: half of <see cref="Significance"/> on each side.
    /// </summary>
    private const double SignificanceQuantile = 1.959963984540054;

    /// <summary>Quantile of the normal distribution at 80 %: the power.</summary>
    private const double PowerQuantile = 0.8416212335729143;

    /// <summary>The pairs needed to detect the <see cref="Relevant"/> difference.</summary>
    /// <param name="pairs">The pairs there are.</param>
    /// <param name="split">Those that one side passes and the other fails.</param>
    public static int Needed(int pairs, int split)
    {
        // +1/+2 (Agresti): even without a single split pair the next may be one. Less than the difference it cannot be.
        var share = Math.Max(Relevant, (split + 1.0) / (pairs + 2.0));
        var spread = (SignificanceQuantile * Math.Sqrt(share))
            + (PowerQuantile * Math.Sqrt(share - (Relevant * Relevant)));
        return Math.Max(FewestPairs, (int)Math.Ceiling(spread * spread / (Relevant * Relevant)));
    }
}
