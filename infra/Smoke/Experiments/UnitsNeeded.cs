namespace Infra.Smoke.Experiments;

/// <summary>How many units an arm needs before its silence means something.</summary>
internal static class UnitsNeeded
{
    /// <summary>The level below which a difference counts as detected.</summary>
    /// <value>0.05, two-sided.</value>
    public const double Alpha = 0.05;

    /// <summary>How often an effect of the size asked for is found.</summary>
    /// <value>0.8.</value>
    public const double Power = 0.8;

    /// <summary>Units in each arm, to tell two shares apart with one look at the end.</summary>
    public static double ForShares(double first, double second, double alpha = Alpha, double power = Power) =>
        ForVariances((first * (1 - first)) + (second * (1 - second)), second - first, alpha, power);

    /// <summary>The same for means whose variances add up to something.</summary>
    public static double ForVariances(double variances, double difference, double alpha = Alpha, double power = Power)
    {
        var z = Distributions.NormalQuantile(1 - (alpha / 2)) + Distributions.NormalQuantile(power);
        return z * z * variances / (difference * difference);
    }

    /// <summary>Units in each arm where anybody may look at any time: the always-valid interval is wider.</summary>
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
