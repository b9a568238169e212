namespace Infra.Smoke.Experiments;

/// <summary>The measurements of an arm, as the statistics need them.</summary>
/// <param name="Units">The number of units.</param>
/// <param name="Mean">The mean per unit, or the ratio of two means.</param>
/// <param name="Variance">The variance of a unit's contribution.</param>
internal readonly record struct ArmSummary(long Units, double Mean, double Variance)
{
    /// <summary>The square of the mean's standard error.</summary>
    public double SquaredError => Variance / Units;

    /// <summary>The summary of a share of successes.</summary>
    public static ArmSummary Proportion(long units, double successes)
    {
        var mean = successes / units;
        return new(units, mean, mean * (1 - mean));
    }

    /// <summary>The summary of a mean.</summary>
    public static ArmSummary OfMean(Moments value) => new(value.Units, value.Mean, value.Variance);

    /// <summary>The summary of a ratio of two means over the same units, by the delta method.</summary>
    public static ArmSummary Ratio(Moments numerator, Moments denominator, double sumProducts)
    {
        var (n, n1) = (numerator.Units, numerator.Units - 1.0);
        var (mn, md) = (numerator.Mean, denominator.Mean);
        var covariance = (sumProducts - (numerator.Sum * denominator.Sum / n)) / n1;
        return new(n, mn / md, (numerator.Variance / (md * md))
            + (denominator.Variance * mn * mn / Math.Pow(md, 4)) - (2 * covariance * mn / Math.Pow(md, 3)));
    }
}

/// <summary>The sum of values over units, and the sum of their squares.</summary>
/// <param name="Units">The number of units.</param>
/// <param name="Sum">The sum.</param>
/// <param name="SumSquares">The sum of the squares.</param>
internal readonly record struct Moments(long Units, double Sum, double SumSquares)
{
    public double Mean => Sum / Units;

    /// <summary>The sample variance; rounding never makes it negative.</summary>
    public double Variance => Math.Max(0, (SumSquares - (Sum * Sum / Units)) / (Units - 1));
}
