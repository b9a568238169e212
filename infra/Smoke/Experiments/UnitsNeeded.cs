namespace Infra.Smoke.Experiments;

/// <summary>How many units an arm needs before finding no difference means something.</summary>
internal static class UnitsNeeded
{
    /// <summary>The significance level.</summary>
    /// <value>0.05, two-sided.</value>
    public const double Alpha = 0.05;

    /// <summary>The power: how often an effect of the stated size is found.</summary>
    /// <value>0.8.</value>
    public const double Power = 0.8;

    /// <summary>Units in each arm to distinguish two shares by a single look, at the end.</summary>
    public static double ForShares(double first, double second, double alpha = Alpha, double power = Power) =>
        ForVariances((first * (1 - first)) + (second * (1 - second)), second - first, alpha, power);

    /// <summary>The same for means, given the sum of their variances.</summary>
    public static double ForVariances(double variances, double difference, double alpha = Alpha, double power = Power)
    {
        var z = Distributions.NormalQuantile(1 - (alpha / 2)) + Distributions.NormalQuantile(power);
        return z * z * variances / (difference * difference);
    }

    /// <summary>Units in each arm to look at any time: the always-valid interval is wider.</summary>
    public static double WhenPeeking(double fixedUnits, double alpha = Alpha, double power = Power)
    {
        var (z, reserve) = (Distributions.NormalQuantile(1 - (alpha / 2)), Distributions.NormalQuantile(power));
        var units = fixedUnits;
        for (var round = 0; round < 50; round++)
        {
            var wide = ArmComparison.StandardErrorsWide(2 * units, alpha);
            units = fixedUnits * Math.Pow((wide + reserve) / (z + reserve), 2);
        }

        return units;
    }
}
