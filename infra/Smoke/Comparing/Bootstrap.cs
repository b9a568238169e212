using System.Collections.Immutable;

namespace Infra.Smoke.Comparing;

/// <summary>
/// The bootstrap interval of a mean difference: the means that other cases of the same kind might give.
/// </summary>
public static class Bootstrap
{
    /// <summary>How often cases are resampled.</summary>
    /// <value>2,000 times.</value>
    public const int Resamples = 2000;

    /// <summary>The 95 % confidence interval of the mean difference (percentile method).</summary>
    /// <param name="differences">Right minus left, one per case; at least one.</param>
    /// <param name="draws">The source of random numbers.</param>
    public static Interval OfMean(ImmutableArray<double> differences, Draws draws)
    {
        var means = new double[Resamples];
        for (var i = 0; i < Resamples; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < differences.Length; j++)
            {
                sum += differences[draws.Below(differences.Length)];
            }

            means[i] = sum / differences.Length;
        }

        Array.Sort(means);
        return new(differences.Average(), means[(int)(Resamples * 0.025)], means[(int)(Resamples * 0.975) - 1]);
    }
}

/// <summary>An estimate with its confidence interval.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct Interval(double Estimate, double Low, double High)
{
    /// <summary>Whether the interval contains no difference.</summary>
    public bool ContainsZero => Low <= 0 && High >= 0;
}
