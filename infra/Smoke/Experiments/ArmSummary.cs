namespace Infra.Smoke.Experiments;

/// <summary>What was measured in an arm: all that the statistics need of it.</summary>
/// <param name="Units">How many units.</param>
/// <param name="Mean">The mean of a unit, or the ratio of two means.</param>
/// <param name="Variance">The variance of a unit's part in it.</param>
internal readonly record struct ArmSummary(long Units, double Mean, double Variance)
{
    /// <summary>The square of the mean's standard error.</summary>
    public double SquaredError => Variance / Units;

    /// <summary>A share of successes.</summary>
    public static ArmSummary Proportion(long units, double successes)
    {
        var mean = successes / units;
        return new(units, mean, mean * (1 - mean));
    }

    /// <summary>A mean.</summary>
    public static ArmSummary OfMean(Moments value) => new(value.Units, value.Mean, value.Variance);

    /// <summary>A ratio of two means that belong to the same units, by the delta method.</summary>
    public static ArmSummary Ratio(Moments numerator, Moments denominator, double sumProducts)
    {
        var (n, n1) = (numerator.Units, numerator.Units - 1.0);
        var (mn, md) = (numerator.Mean, denominator.Mean);
        var covariance = (sumProducts - (numerator.Sum * denominator.Sum / n)) / n1;
        return new(n, mn / md, (numerator.Variance / (md * md))
            + (denominator.Variance * mn * mn / Math.Pow(md, 4)) - (2 * covariance * mn / Math.Pow(md, 3)));
    }
}

/// <summary>A sum over units, and that of the squares.</summary>
/// <param name="Units">How many units.</param>
/// <param name="Sum">The sum.</param>
/// <param name="SumSquares">The sum of the squares.</param>
internal readonly record struct Moments(long Units, double Sum, double SumSquares)
{
    public double Mean => Sum / Units;

    /// <summary>Of a sample; rounding never makes it negative.</summary>
    public double Variance => Math.Max(0, (SumSquares - (Sum * Sum / Units)) / (Units - 1));
}
