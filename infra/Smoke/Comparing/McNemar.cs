using System.Numerics;

namespace Infra.Smoke.Comparing;

/// <summary>McNemar's exact test of whether two proportions, measured on the same cases, differ.</summary>
/// <remarks>
/// Only cases that one side passes and the other fails count. If neither side were better, each would be like the toss
/// of a coin: the p-value is the two-sided binomial probability of a split at least as uneven. It is computed in whole
/// numbers and so exact for any count (McNemar 1947; Fagerland, Lydersen, Laake 2013).
/// </remarks>
public static class McNemar
{
    /// <summary>The two-sided p-value.</summary>
    /// <param name="onlyLeft">Cases that only the left side passes.</param>
    /// <param name="onlyRight">Cases that only the right side passes.</param>
    /// <value>Above 0, up to 1.</value>
    public static double PValue(int onlyLeft, int onlyRight)
    {
        var (split, fewer) = (onlyLeft + onlyRight, Math.Min(onlyLeft, onlyRight));
        var (tail, ways) = (BigInteger.Zero, BigInteger.One);
        for (var i = 0; i <= fewer; i++)
        {
            tail += ways;
            ways = ways * (split - i) / (i + 1);
        }

        // The logarithm keeps numbers that are too small for a double from becoming zero.
        return Math.Min(1, Math.Exp(BigInteger.Log(2 * tail) - (split * Math.Log(2))));
    }
}
