using System.Globalization;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Smoke.Experiments;

/// <summary>How many units each arm needs, as text and as JSON.</summary>
/// <param name="Baseline">The share of the control.</param>
/// <param name="Detect">The difference that should be detected.</param>
/// <value>Both 0 to 1.</value>
public sealed record SizeText(double Baseline, double Detect)
{
    /// <summary>Units in each arm to detect a rise, and a fall; null where the share would leave 0 to 1.</summary>
    public long? Rise => Needed(Baseline + Detect);

    /// <inheritdoc cref="Rise"/>
    public long? Fall => Needed(Baseline - Detect);

    /// <summary>Units in each arm for a single look, at the end, enough to detect either.</summary>
    public long OneLook => Math.Max(Rise ?? 0, Fall ?? 0);

    /// <summary>Units in each arm to look at any time.</summary>
    public long AnyLook => (long)Math.Ceiling(UnitsNeeded.WhenPeeking(OneLook));

    /// <summary>Lines for a terminal.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"To distinguish {Percent(Baseline)} from {Both()} with 95 % confidence and 80 % power, each "
            + "arm needs";
        yield return $"  {AnalysisText.Count(OneLook)} units, looked at once, at the end";
        yield return $"  {AnalysisText.Count(AnyLook)} units, looked at any time: what 'better' and 'worse' rest on";
    }

    /// <summary>JSON for programs.</summary>
    public Value.Map Json() => Map(
        ("baseline", (Value)(decimal)Baseline),
        ("detect", (Value)(decimal)Detect),
        ("alpha", (Value)(decimal)UnitsNeeded.Alpha),
        ("power", (Value)(decimal)UnitsNeeded.Power),
        ("rise", Rise is { } rise ? (Value)(decimal)rise : null),
        ("fall", Fall is { } fall ? (Value)(decimal)fall : null),
        ("perArm", (Value)(decimal)OneLook),
        ("perArmAlwaysValid", (Value)(decimal)AnyLook));

    private string Both() => (Rise, Fall) switch
    {
        ({ } rise, { } fall) => $"{Percent(Baseline + Detect)} ({AnalysisText.Count(rise)}) or "
            + $"{Percent(Baseline - Detect)} ({AnalysisText.Count(fall)})",
        ({ }, null) => Percent(Baseline + Detect),
        _ => Percent(Baseline - Detect),
    };

    private long? Needed(double other) => other is >= 0 and <= 1
        ? (long)Math.Ceiling(UnitsNeeded.ForShares(Baseline, other))
        : null;

    private static string Percent(double share) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.##} %");
}
