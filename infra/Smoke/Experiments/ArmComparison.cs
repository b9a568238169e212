using Infra.Smoke.Comparing;

namespace Infra.Smoke.Experiments;

/// <summary>The difference of an arm from the control.</summary>
/// <param name="Difference">Arm minus control; relative to the control if it is a lift.</param>
/// <param name="StandardError">The standard error of the difference.</param>
/// <param name="Degrees">Degrees of freedom (Welch and Satterthwaite).</param>
/// <param name="Units">The units of both arms together.</param>
/// <remarks>
/// Formulas: growthbook/growthbook, packages/stats/gbstats, 2026-08-21 (MIT); sequential: Waudby-Smith et al., arXiv
/// 2103.06476v7, equations 9, 155 and 161.
/// </remarks>
internal readonly record struct ArmComparison(double Difference, double StandardError, double Degrees, long Units)
{
    /// <summary>The number of units at which the always-valid interval is narrowest.</summary>
    /// <value>5,000.</value>
    public const double Tuning = 5000;

    /// <summary>The two-sided p-value of a single look, at the end.</summary>
    public double P => StandardError > 0
        ? Distributions.StudentTwoSided(Difference / StandardError, Degrees)
        : Difference == 0 ? 1 : 0;

    /// <summary>The probability that the arm is better, without prior knowledge.</summary>
    public double ChanceToWin => StandardError > 0
        ? Distributions.NormalCdf(Difference / StandardError)
        : Difference == 0 ? 0.5 : Difference > 0 ? 1 : 0;

    /// <summary>The difference in the unit of the measurement.</summary>
    public static ArmComparison Absolute(ArmSummary control, ArmSummary arm) =>
        new(arm.Mean - control.Mean, Math.Sqrt(control.SquaredError + arm.SquaredError),
            DegreesOf(control, arm), control.Units + arm.Units);

    /// <summary>The difference relative to the control.</summary>
    public static ArmComparison Lift(ArmSummary control, ArmSummary arm)
    {
        var square = control.Mean * control.Mean;
        return new(
            (arm.Mean - control.Mean) / Math.Abs(control.Mean),
            Math.Sqrt((arm.SquaredError / square)
                + (control.SquaredError * arm.Mean * arm.Mean / (square * square))),
            DegreesOf(control, arm),
            control.Units + arm.Units);
    }

    /// <summary>The interval for a single look, at the end.</summary>
    public Interval Fixed(double alpha) => Around(StandardError > 0
        ? Distributions.StudentQuantile(1 - (alpha / 2), Degrees) * StandardError
        : 0);

    /// <summary>The interval that is valid at every look.</summary>
    public Interval AlwaysValid(double alpha, double tuning = Tuning) =>
        Around(StandardErrorsWide(Units, alpha, tuning) * StandardError);

    /// <summary>The p-value that is valid at every look.</summary>
    public double AlwaysValidP(double alpha, double tuning = Tuning)
    {
        var scale = Units * SquaredRho(alpha, tuning);
        var z = Difference / StandardError;
        return StandardError > 0
            ? Math.Min(1, Math.Sqrt(scale + 1) / Math.Exp(scale * z * z / (2 * (scale + 1))))
            : Difference == 0 ? 1 : 0;
    }

    /// <summary>The half-width of the always-valid interval, in standard errors.</summary>
    public static double StandardErrorsWide(double units, double alpha, double tuning = Tuning)
    {
        var square = SquaredRho(alpha, tuning);
        var scale = units * square;
        return Math.Sqrt(
            units * 2 * (scale + 1) * Math.Log(Math.Sqrt(scale + 1) / alpha) / (units * units * square));
    }

    private static double SquaredRho(double alpha, double tuning) =>
        ((-2 * Math.Log(alpha)) + Math.Log((-2 * Math.Log(alpha)) + 1)) / tuning;

    private static double DegreesOf(ArmSummary control, ArmSummary arm)
    {
        var (c, t) = (control.SquaredError, arm.SquaredError);
        return (c + t) * (c + t) / ((c * c / (control.Units - 1)) + (t * t / (arm.Units - 1)));
    }

    private Interval Around(double half) => new(Difference, Difference - half, Difference + half);
}
