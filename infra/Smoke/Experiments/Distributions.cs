namespace Infra.Smoke.Experiments;

/// <summary>The normal, Student's and chi-square distributions, accurate to about 1e-12.</summary>
/// <remarks>
/// Incomplete beta and gamma functions by continued fractions and series (Press et al., Numerical Recipes, 6.2 and
/// 6.4), quantiles by bisection. Existing libraries load native code by reflection, which a natively compiled console
/// does not support.
/// </remarks>
internal static class Distributions
{
    private const double Precision = 1e-16;

    private const int MostSteps = 10_000;

    /// <summary>The logarithm of the gamma function, by Stirling's series from 16 on.</summary>
    private static double LogGamma(double x)
    {
        var shift = 0.0;
        for (; x < 16; x++)
        {
            shift -= Math.Log(x);
        }

        var square = 1 / (x * x);
        var series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680
            - square * (1.0 / 1188 - square * (691.0 / 360360)))))) / x;
        return shift + ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + series;
    }

    /// <summary>The probability of a value at most <paramref name="z"/> standard deviations above the mean.</summary>
    public static double NormalCdf(double z)
    {
        var tail = 0.5 * GammaTail(0.5, z * z / 2);
        return z > 0 ? 1 - tail : tail;
    }

    /// <summary>The number of standard deviations at a probability.</summary>
    public static double NormalQuantile(double p) => Bisect(NormalCdf, p, -40, 40);

    /// <summary>The probability of a value at least this far from 0 on either side.</summary>
    public static double StudentTwoSided(double t, double degrees) => double.IsInfinity(t)
        ? 0
        : Beta(degrees / 2, 0.5, degrees / (degrees + (t * t)));

    /// <summary>The value at a probability above one half.</summary>
    public static double StudentQuantile(double p, double degrees)
    {
        var most = 2.0;
        while (StudentTwoSided(most, degrees) / 2 > 1 - p)
        {
            most *= 2;
        }

        return Bisect(t => 1 - (StudentTwoSided(t, degrees) / 2), p, 0, most);
    }

    /// <summary>The probability of a value at least this large.</summary>
    public static double ChiSquareTail(double chiSquare, int degrees) => GammaTail(degrees / 2.0, chiSquare / 2);

    /// <summary>The regularized incomplete gamma function Q(a, x).</summary>
    private static double GammaTail(double a, double x)
    {
        if (x <= 0)
        {
            return 1;
        }

        var front = Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
        if (x < a + 1)
        {
            var (sum, term) = (1 / a, 1 / a);
            for (var n = 1; n < MostSteps && term > sum * Precision; n++)
            {
                term *= x / (a + n);
                sum += term;
            }

            return 1 - (front * sum);
        }

        return front / Fraction(x + 1 - a, n => (n * (a - n), x + (2 * n) + 1 - a));
    }

    /// <summary>The regularized incomplete beta function I(x; a, b).</summary>
    private static double Beta(double a, double b, double x)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        // The fraction converges fast below the mean; above it, the other tail does.
        if (x > (a + 1) / (a + b + 2))
        {
            return 1 - Beta(b, a, 1 - x);
        }

        var front = Math.Exp(
            LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x)));
        return front / a / Fraction(1, step =>
        {
            var m = step / 2;
            return (step % 2 == 0
                ? m * (b - m) * x / ((a + step - 1) * (a + step))
                : -(a + m) * (a + b + m) * x / ((a + step - 1) * (a + step)), 1);
        });
    }

    /// <summary>A continued fraction b0 + a1/(b1 + a2/(b2 + ...)), by Lentz's method.</summary>
    private static double Fraction(double b0, Func<int, (double A, double B)> step)
    {
        const double Tiny = 1e-300;
        var (value, c, d) = (b0, b0, 0.0);
        for (var n = 1; n < MostSteps; n++)
        {
            var (a, b) = step(n);
            d = b + (a * d);
            d = 1 / (d == 0 ? Tiny : d);
            c = b + (a / c);
            c = c == 0 ? Tiny : c;
            var factor = c * d;
            value *= factor;
            if (Math.Abs(factor - 1) < Precision)
            {
                break;
            }
        }

        return value;
    }

    private static double Bisect(Func<double, double> rising, double wanted, double low, double high)
    {
        for (var step = 0; step < 200; step++)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = rising(middle) < wanted ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
