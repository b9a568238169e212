using System.Globalization;
using Infra.Smoke.Judging;
using Infra.Values;
using static Infra.Values.Shorthand;

namespace Infra.Smoke.Comparing;

/// <summary>A comparison in words, and as JSON.</summary>
public static class ComparisonText
{
    /// <summary>The conclusion, the cases that it is based on, and latency and tokens.</summary>
    public static IEnumerable<string> Lines(Comparison comparison)
    {
        yield return $"{comparison.Right} against {comparison.Left}, {Cases(comparison.Pairs)}: {Words(comparison)}";
        foreach (var test in comparison.OnlyLeft)
        {
            yield return $"  passes on {comparison.Left} only: {Excerpt.Of(test.ToString(), 160)}";
        }

        foreach (var test in comparison.OnlyRight)
        {
            yield return $"  passes on {comparison.Right} only: {Excerpt.Of(test.ToString(), 160)}";
        }

        if (comparison.Votes is { } votes)
        {
            yield return $"  votes as wanted: {votes.LeftPassed} of {votes.Left} "
                + $"to {votes.RightPassed} of {votes.Right}";
        }

        foreach (var line in Measures(comparison).Select(measure => Line(measure.Name, measure.Unit, measure.Value)))
        {
            yield return line;
        }
    }

    /// <summary>The comparison as JSON; part of the report's format.</summary>
    public static Value.Map Json(Comparison comparison) => Map(
        ("left", comparison.Left),
        ("right", comparison.Right),
        ("pairs", comparison.Pairs),
        ("verdict", Verdict(comparison.Conclusion)),
        ("casesMissing", comparison.CasesMissing),
        ("pValue", Round(comparison.PValue)),
        ("onlyLeft", List(comparison.OnlyLeft.Select(test => (Value)test.ToString()))),
        ("onlyRight", List(comparison.OnlyRight.Select(test => (Value)test.ToString()))),
        ("votes", comparison.Votes is not { } votes ? null : Map(
            ("left", votes.Left),
            ("leftAsWanted", votes.LeftPassed),
            ("right", votes.Right),
            ("rightAsWanted", votes.RightPassed))),
        ("measures", Map(Measures(comparison).Select(measure => (measure.Name, (Value?)Json(measure.Value))))));

    private static string Words(Comparison comparison) => comparison.Conclusion switch
    {
        Conclusion.InsufficientData =>
            $"insufficient data (need about {Cases(comparison.CasesMissing, "more ")}); {Split(comparison)}",
        var conclusion => $"{Verdict(conclusion)}; {Split(comparison)}",
    };

    private static string Split(Comparison comparison) => string.Create(
        CultureInfo.InvariantCulture,
        $"{comparison.OnlyRight.Length} pass on {comparison.Right} only, "
            + $"{comparison.OnlyLeft.Length} on {comparison.Left} only, p = {comparison.PValue:0.000}");

    private static string Line(string name, string unit, Measured measured)
    {
        var (difference, low, high) = measured.Difference;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {name}: {Verdict(measured.Conclusion)}; {measured.Left:0.##} to {measured.Right:0.##} {unit}, "
                + $"difference {difference:+0.##;-0.##;0} (95 %: {low:+0.##;-0.##;0} to {high:+0.##;-0.##;0})");
    }

    private static IEnumerable<(string Name, string Unit, Measured Value)> Measures(Comparison comparison) =>
        new (string Name, string Unit, Measured? Value)[]
        {
            ("latency", "seconds", comparison.Latency),
            ("tokens", "tokens", comparison.Tokens),
        }
        .Where(measure => measure.Value is not null)
        .Select(measure => (measure.Name, measure.Unit, measure.Value!));

    private static Value.Map Json(Measured measured) => Map(
        ("pairs", measured.Pairs),
        ("verdict", Verdict(measured.Conclusion)),
        ("left", Round(measured.Left)),
        ("right", Round(measured.Right)),
        ("difference", Round(measured.Difference.Estimate)),
        ("low", Round(measured.Difference.Low)),
        ("high", Round(measured.Difference.High)));

    private static string Verdict(Conclusion conclusion) => conclusion switch
    {
        Conclusion.InsufficientData => "insufficient data",
        Conclusion.NoDifference => "no difference detected",
        Conclusion.Better => "better",
        Conclusion.Worse => "worse",
    };

    private static string Cases(int count, string more = "") => $"{count} {more}{(count == 1 ? "case" : "cases")}";

    private static Value Round(double number) => Math.Round((decimal)number, 6);
}
