using System.Text.Json;
using FluentAssertions;
using Infra.Smoke.Comparing;
using Infra.Smoke.Experiments;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Smoke.Experiments;

/// <summary>Figures that were computed twice elsewhere, to 1e-9 (tests/Data/README.md).</summary>
public sealed class StatisticsTests
{
    private static readonly JsonElement Facts = JsonDocument.Parse(
        File.ReadAllText(Repository.Path("tests", "Data", "Experiments", "statistics.json"))).RootElement;

    public static TheoryData<string, int> Comparisons() => Cases("twoProportion", "welch", "ratio");

    public static TheoryData<string, int> Others() =>
        Cases("sequential", "widthRatio", "srm", "srmThreshold", "sampleSize", "normalQuantile", "tQuantile");

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void Arms_are_compared_as_computed(string kind, int number)
    {
        var (given, expected) = Case(kind, number);
        var (control, arm) = (Arm(given.GetProperty("control")), Arm(given.GetProperty("treatment")));
        var alpha = given.GetProperty("alpha").GetDouble();
        var (difference, lift) = (ArmComparison.Absolute(control, arm), ArmComparison.Lift(control, arm));

        Are(expected, ("difference", difference.Difference), ("standardError", difference.StandardError),
            ("degreesOfFreedom", difference.Degrees), ("p", difference.P), ("chanceToWin", difference.ChanceToWin));
        Are(expected.GetProperty("relative"), ("lift", lift.Difference), ("standardError", lift.StandardError),
            ("p", lift.P));
        Is(difference.Fixed(alpha), expected.GetProperty("interval"));
        Is(lift.Fixed(alpha), expected.GetProperty("relative").GetProperty("interval"));
        if (expected.TryGetProperty("variances", out var variances))
        {
            new[] { control.Variance, arm.Variance }.Zip(variances.EnumerateArray())
                .Should().OnlyContain(pair => IsNear(pair.First, pair.Second.GetDouble()));
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Everything_else_is_as_computed(string kind, int number)
    {
        var (given, expected) = Case(kind, number);
        double Given(string name) => given.GetProperty(name).GetDouble();
        switch (kind)
        {
            case "sequential":
                var (control, arm) = (Arm(given.GetProperty("control")), Arm(given.GetProperty("treatment")));
                var (alpha, tuning) = (Given("alpha"), Given("tuning"));
                var (difference, lift) = (ArmComparison.Absolute(control, arm), ArmComparison.Lift(control, arm));
                Are(expected, ("p", difference.AlwaysValidP(alpha, tuning)), ("standardErrorsWide",
                    ArmComparison.StandardErrorsWide(difference.Units, alpha, tuning)));
                Are(expected.GetProperty("relative"), ("p", lift.AlwaysValidP(alpha, tuning)));
                Is(difference.AlwaysValid(alpha, tuning), expected.GetProperty("interval"));
                Is(lift.AlwaysValid(alpha, tuning), expected.GetProperty("relative").GetProperty("interval"));
                break;
            case "widthRatio":
                Are(expected, ("ratio", ArmComparison.StandardErrorsWide(Given("n"), 0.05)
                    / Distributions.NormalQuantile(0.975)));
                break;
            case "srm":
                var ratio = SampleRatio.Of(
                    [.. given.GetProperty("observed").EnumerateArray().Select(one => one.GetInt64())],
                    [.. given.GetProperty("weights").EnumerateArray().Select(one => one.GetDouble())]);
                Are(expected, ("chiSquare", ratio.ChiSquare), ("p", ratio.P));
                ratio.IsMismatch.Should().Be(expected.GetProperty("mismatch").GetBoolean());
                break;
            case "srmThreshold":
                Distributions.ChiSquareTail(
                    expected.GetProperty("chiSquare").GetDouble(), given.GetProperty("df").GetInt32())
                    .Should().BeApproximately(Given("p"), 1e-12);
                break;
            case "sampleSize":
                Are(expected, ("exact", UnitsNeeded.ForShares(
                    Given("p1"), Given("p2"), Given("alpha"), Given("power"))));
                break;
            case "normalQuantile":
                Are(expected, ("z", Distributions.NormalQuantile(Given("p"))));
                break;
            default:
                Are(expected, ("t", Distributions.StudentQuantile(Given("p"), Given("df"))));
                break;
        }
    }

    private static ArmSummary Arm(JsonElement arm)
    {
        var units = arm.GetProperty("n").GetInt64();
        return arm.TryGetProperty("successes", out var successes)
                ? ArmSummary.Proportion(units, successes.GetDouble())
            : arm.TryGetProperty("numerator", out var numerator)
                ? ArmSummary.Ratio(
                    Sums(units, numerator),
                    Sums(units, arm.GetProperty("denominator")),
                    arm.GetProperty("sumProducts").GetDouble())
            : ArmSummary.OfMean(Sums(units, arm));
    }

    private static Moments Sums(long units, JsonElement sums) =>
        new(units, sums.GetProperty("sum").GetDouble(), sums.GetProperty("sumSquares").GetDouble());

    private static void Are(JsonElement expected, params (string Name, double Value)[] found)
    {
        foreach (var (name, value) in found)
        {
            var wanted = expected.GetProperty(name).GetDouble();
            IsNear(value, wanted).Should().BeTrue($"{name} is {value}, not {wanted}");
        }
    }

    private static void Is(Interval interval, JsonElement expected) =>
        new[] { interval.Low, interval.High }.Zip(expected.EnumerateArray())
            .Should().OnlyContain(pair => IsNear(pair.First, pair.Second.GetDouble()));

    private static bool IsNear(double found, double wanted) =>
        Math.Abs(found - wanted) <= 1e-9 * Math.Max(1, Math.Abs(wanted));

    private static (JsonElement Given, JsonElement Expected) Case(string kind, int number) =>
        (Facts.GetProperty(kind)[number].GetProperty("input"), Facts.GetProperty(kind)[number].GetProperty("expected"));

    private static TheoryData<string, int> Cases(params string[] kinds)
    {
        var cases = new TheoryData<string, int>();
        foreach (var kind in kinds)
        {
            for (var i = 0; i < Facts.GetProperty(kind).GetArrayLength(); i++)
            {
                cases.Add(kind, i);
            }
        }

        return cases;
    }
}
