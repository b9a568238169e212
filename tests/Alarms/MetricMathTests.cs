using System.Collections.Immutable;
using System.Globalization;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Alarms;
using Xunit;

namespace Infra.Tests.Alarms;

/// <summary>Four minutes of <c>calls</c> 10 20 - 40, <c>failed</c> 1 - 3 0 and <c>nothing</c>.</summary>
public sealed class MetricMathTests
{
    private static readonly ImmutableArray<DateTimeOffset> Times =
        [.. Enumerable.Range(0, 4).Select(minute => DateTimeOffset.UnixEpoch.AddMinutes(minute))];

    [Theory]
    [InlineData("calls", "10 20 - 40")]
    [InlineData("failed / calls", "0.1 - - 0")]
    [InlineData("calls / failed", "10 - - -")]
    [InlineData("1 + 2 * 3 ^ 2", "= 19")]
    [InlineData("2 ^ 3 ^ 2", "= 64")]
    [InlineData("-calls + 1", "-9 -19 - -39")]
    [InlineData("10 - 2 - 3", "= 5")]
    [InlineData("(1 + 2) * 3", "= 9")]
    [InlineData("calls > 10", "0 1 - 1")]
    [InlineData("calls >= 10 AND calls < 40", "1 1 - 0")]
    [InlineData("calls == 10 || calls == 40 && 1 > 2", "1 0 - 0")]
    [InlineData("calls != 20", "1 0 - 1")]
    [InlineData("FILL(failed, 0)", "1 0 3 0")]
    [InlineData("FILL(failed, REPEAT)", "1 1 3 0")]
    [InlineData("FILL(failed, LINEAR)", "1 2 3 0")]
    [InlineData("FILL(calls, failed)", "10 20 3 40")]
    [InlineData("FILL(nothing, 0)", "0 0 0 0")]
    [InlineData("FILL(nothing, REPEAT)", "- - - -")]
    [InlineData("SUM(calls)", "= 70")]
    [InlineData("AVG(failed)", "= 1.3333333333333333")]
    [InlineData("SUM([calls, failed])", "11 20 3 40")]
    [InlineData("MAX([calls, failed, 5])", "10 20 5 40")]
    [InlineData("MIN([FILL(calls, 0), 15])", "10 15 0 15")]
    [InlineData("SUM(METRICS())", "11 20 3 40")]
    [InlineData("SUM(METRICS(\"fail\"))", "1 - 3 0")]
    [InlineData("AVG(METRICS('ca'))", "10 20 - 40")]
    [InlineData("SUM(FILL(METRICS(), 0)) * 2", "22 40 6 80")]
    [InlineData("DATAPOINT_COUNT(calls)", "= 3")]
    [InlineData("IF(calls > 10, failed, 0)", "0 - - 0")]
    [InlineData("IF(FILL(calls, 0) >= 10, FILL(failed, 0) / calls)", "0.1 0 - 0")]
    [InlineData("IF(SUM(calls) >= 50, rate, 0)", "0.1 - - 0")]
    [InlineData("IF(SUM(calls) < 50, rate, 7)", "= 7")]
    [InlineData("IF(rate > 0.05, 1, 0)", "1 - - 0")]
    [InlineData("RUNNING_SUM(calls)", "10 30 - 70")]
    [InlineData("TIME_SERIES(3)", "3 3 3 3")]
    [InlineData("PERIOD(calls)", "= 60")]
    [InlineData("CEIL(failed / 2) + FLOOR(1.5) + ABS(0-1)", "3 - 4 2")]
    [InlineData("1e3 + .5", "= 1000.5")]
    public void An_expression_comes_to(string expression, string expected) =>
        Spelled(Of(expression)).Should().Be(expected);

    [Theory]
    [InlineData("calls +", "It ends too early.")]
    [InlineData("calls failed", "'failed' is not expected.")]
    [InlineData("SUM(calls", "')' is missing at the end.")]
    [InlineData("(calls]", "')' is missing before ']'.")]
    [InlineData("", "It ends too early.")]
    [InlineData("calls & failed", "'&' is not expected.")]
    [InlineData("others", "There is no 'others'.")]
    [InlineData("circle", "'circle' mentions itself.")]
    [InlineData("SEARCH('x', 'Sum')", "The function SEARCH is not known here.")]
    [InlineData("FILL(1, 0)", "FILL does not take these arguments.")]
    [InlineData("IF(calls, METRICS(), 0)", "IF takes a condition, and for each case a number or a series.")]
    [InlineData("METRICS() + METRICS()", "Two arrays, or texts, cannot be operands of one operator.")]
    public void What_makes_no_sense_is_said(string expression, string problem) =>
        Of(expression).Should().BeOfType<MathResult.Wrong>().Which.Problem.Should().Contain(problem);

    [Fact]
    public void Brackets_without_end_are_refused_not_followed() =>
        Of(new string('(', 100_000)).Should().BeOfType<MathResult.Wrong>().Which.Problem.Should().Contain("levels");

    [Fact]
    public void Whatever_is_written_has_a_result() =>
        Prop.ForAll(
            Gen.Elements(
                "calls", "failed", "3", "+", "-", "/", "(", ")", "[", "]", ",", "SUM", "IF", "FILL", "METRICS",
                "REPEAT", "\"c\"", "AND", ">=", " ", "é").ArrayOf(12).Select(string.Concat).ToArbitrary(),
            text => Assert.NotNull(Of(text)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithReplay(20261128, 5));

    [Fact]
    public void A_share_of_a_sum_is_between_0_and_1_and_shares_add_up_to_1()
    {
        var shares = ((MathResult.Line)Of("SUM([calls / SUM(METRICS()), failed / SUM(METRICS())])")).Series;

        shares.Points.Values.Should().AllSatisfy(share => share.Should().BeApproximately(1, 1e-12));
    }

    private static MathResult Of(string expression)
    {
        var queries = new MetricQueries(
            [
                Statistic("calls"), Statistic("failed"), Statistic("nothing"),
                new("rate") { Expression = "failed / calls" },
                new("circle") { Expression = "1 + circle" },
                new("asked") { Expression = expression },
            ],
            Times,
            TimeSpan.FromMinutes(1),
            statistic => Series.Of(Times.Zip(Points(statistic.Metric.Name))));
        return queries.Of("asked");
    }

    private static double?[] Points(string name) => name switch
    {
        "calls" => [10, 20, null, 40],
        "failed" => [1, null, 3, 0],
        _ => [null, null, null, null],
    };

    private static MetricQuery Statistic(string name) => new(name)
    {
        Statistic = new(
            new("any", name, ImmutableSortedDictionary<string, string>.Empty), TimeSpan.FromMinutes(1), "Sum"),
    };

    private static string Spelled(MathResult result) => result switch
    {
        MathResult.Scalar scalar => $"= {Number(scalar.Value)}",
        MathResult.Line line => string.Join(' ', Times.Select(time => Number(line.Series.At(time)))),
        MathResult.Lines or MathResult.Word => "no series",
        MathResult.Wrong wrong => wrong.Problem,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "-";
}
