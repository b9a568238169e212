using System.Globalization;
using Infra.Definitions.Format;
using Infra.Smoke.Comparing;
using Infra.Spelling;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Smoke.Experiments;

/// <summary>An analysis for people and for programs.</summary>
public static class AnalysisText
{
    /// <summary>Lines for a terminal.</summary>
    public static IEnumerable<string> Lines(Analysis analysis)
    {
        var arms = analysis.Experiment.Arms.Zip(analysis.Measured.Arms).ToArray();
        var (keys, units, means) = (
            arms.Max(arm => arm.First.Key.Length),
            arms.Max(arm => Count(arm.Second.Units).Length),
            arms.Max(arm => Mean(arm.Second.Mean, analysis).Length));
        var all = analysis.Measured.Arms.Sum(arm => arm.Units);
        yield return $"{analysis.Experiment.Key}: {Count(all)} {Unit(all)}";
        foreach (var (arm, summary) in arms)
        {
            yield return $"  {arm.Key.PadRight(keys)}  release {arm.Release}  "
                + $"{Count(summary.Units).PadLeft(units)} {Unit(summary.Units),-5}  "
                + Mean(summary.Mean, analysis).PadLeft(means);
        }

        foreach (var finding in analysis.Findings)
        {
            yield return $"{finding.Arm.Key} against {arms[0].First.Key}: {Words(finding, analysis)}";
            if (finding.IsLift is not null)
            {
                yield return $"  difference {Estimate(finding)}";
                yield return $"  95 % interval, always valid {Ends(finding.AlwaysValid, finding)}";
                yield return $"  95 % interval, one look at the end {Ends(finding.Fixed, finding)}";
            }
        }

        foreach (var remark in Remarks(analysis))
        {
            yield return remark;
        }
    }

    /// <summary>Lines of Markdown for a pull request.</summary>
    public static IEnumerable<string> Markdown(Analysis analysis)
    {
        var arms = analysis.Experiment.Arms.Zip(analysis.Measured.Arms).ToArray();
        yield return $"### Experiment {MarkdownText.Code(analysis.Experiment.Key)}";
        yield return "";
        yield return "| arm | release | units | mean | difference | always valid 95 % | one look 95 % | verdict |";
        yield return "|---|---|---|---|---|---|---|---|";
        foreach (var (arm, summary) in arms)
        {
            var finding = analysis.Findings.FirstOrDefault(found => found.Arm == arm);
            var measured = finding?.IsLift is null ? "| | | "
                : $"| {Estimate(finding)} | {Ends(finding.AlwaysValid, finding)} | {Ends(finding.Fixed, finding)} ";
            yield return $"| {MarkdownText.CodeCell(arm.Key)} | {arm.Release} | {Count(summary.Units)} "
                + $"| {Mean(summary.Mean, analysis)} {measured}"
                + $"| {(finding is null ? "control" : Words(finding, analysis))} |";
        }

        yield return "";
        foreach (var remark in Remarks(analysis))
        {
            yield return $"- {remark}";
        }
    }

    /// <summary>JSON for programs.</summary>
    public static Value.Map Json(Analysis analysis) => Map(
        ("formatVersion", 1),
        ("experiment", analysis.Experiment.Key),
        ("metric", analysis.Measured.Metric.ToString().ToLowerInvariant()),
        ("arms", List(analysis.Experiment.Arms.Zip(analysis.Measured.Arms).Select(arm => Map(
            ("arm", arm.First.Key),
            ("release", arm.First.Release),
            ("units", (Value)(decimal)arm.Second.Units),
            ("mean", Number(arm.Second.Mean)))))),
        ("sampleRatio", Map(
            ("chiSquare", Number(analysis.Ratio.ChiSquare)),
            ("p", Number(analysis.Ratio.P)),
            ("mismatch", analysis.Ratio.IsMismatch))),
        ("unitsInTwoArms", analysis.Measured.InTwoArms),
        ("rowsWithoutUnit", analysis.Measured.WithoutUnit),
        ("otherRows", analysis.Measured.Foreign),
        ("detect", Number(analysis.Detect)),
        ("findings", List(analysis.Findings.Select(finding => Map(
            ("arm", finding.Arm.Key),
            ("verdict", Word(finding.Verdict)),
            ("more", (Value)(decimal)finding.More),
            ("relative", finding.IsLift is { } lift ? (Value)lift : null),
            ("difference", finding.IsLift is null ? null : Number(finding.Fixed.Estimate)),
            ("alwaysValid", finding.IsLift is null ? null : Json(finding.AlwaysValid)),
            ("fixed", finding.IsLift is null ? null : Json(finding.Fixed)))))));

    private static string Unit(long number) => number == 1 ? "unit" : "units";

    /// <summary>A count, with commas.</summary>
    internal static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>The ends of an interval.</summary>
    internal static string Ends(Interval interval, ArmFinding finding) =>
        $"{Signed(interval.Low, finding)} to {Signed(interval.High, finding)}";

    /// <summary>The conclusion in words.</summary>
    internal static string Words(ArmFinding finding, Analysis analysis) => finding.Verdict switch
    {
        ArmVerdict.None => "no verdict",
        ArmVerdict.Better => "better",
        ArmVerdict.Worse => "worse",
        ArmVerdict.NoDifference => $"no difference detected, though one of {Size(analysis)} would be",
        ArmVerdict.NeedsMore => finding.IsLift is null
            ? $"needs {Count(finding.More)} more {Unit(finding.More)} in each arm before a verdict is possible"
            : $"needs {Count(finding.More)} more {Unit(finding.More)} in each arm to detect {Size(analysis)}",
    };

    private static IEnumerable<string> Remarks(Analysis analysis)
    {
        var (ratio, measured) = (analysis.Ratio, analysis.Measured);
        var figures = string.Create(
            CultureInfo.InvariantCulture, $"chi-square {ratio.ChiSquare:0.##}, p = {ratio.P:0.####}");
        yield return ratio.IsMismatch
            ? $"Sample ratio: wrong ({figures}). Units of an arm are missing, so there is no verdict. Look for calls "
                + "that fail, time out or are not recorded in one arm."
            : $"Sample ratio: as assigned ({figures}).";
        if (measured.Metric is Metric.Ratio)
        {
            yield return "Units have several values: compared by the mean over all of them, errors by unit.";
        }

        if (measured.InTwoArms > 0)
        {
            yield return $"Units seen in two arms, left out: {Count(measured.InTwoArms)}.";
        }

        if (measured.WithoutUnit > 0)
        {
            yield return $"Rows without a unit, each counted as one: {Count(measured.WithoutUnit)}.";
        }

        if (measured.Foreign > 0)
        {
            yield return $"Rows of other experiments, or of none, left out: {Count(measured.Foreign)}.";
        }
    }

    private static string Size(Analysis analysis) => analysis.Measured.Metric is Metric.Share
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * analysis.Detect:0.##} points")
        : Percentage.Text((decimal)(100 * analysis.Detect));

    private static string Mean(double mean, Analysis analysis) => analysis.Measured.Metric is Metric.Share
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * mean:0.00} %")
        : mean.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Estimate(ArmFinding finding) => Signed(finding.Fixed.Estimate, finding);

    private static string Signed(double difference, ArmFinding finding) => finding.IsLift is true
        ? (100 * difference).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) + " %"
        : difference.ToString("+0.####;-0.####;0", CultureInfo.InvariantCulture);

    private static string Word(ArmVerdict verdict) => verdict switch
    {
        ArmVerdict.None => "none",
        ArmVerdict.Better => "better",
        ArmVerdict.Worse => "worse",
        ArmVerdict.NoDifference => "no difference detected",
        ArmVerdict.NeedsMore => "needs more",
    };

    private static Value.Map Json(Interval interval) =>
        Map(("low", Number(interval.Low)), ("high", Number(interval.High)));

    private static Value? Number(double number) =>
        double.IsFinite(number) && Math.Abs(number) < 1e20 ? (Value)(decimal)number : null;
}
