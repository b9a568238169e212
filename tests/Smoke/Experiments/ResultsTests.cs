using System.Text;
using FluentAssertions;
using Infra.Diagnostics;
using Infra.Settings;
using Infra.Smoke.Experiments;
using Xunit;

namespace Infra.Tests.Smoke.Experiments;

public sealed class ResultsTests
{
    private static readonly Experiment Two = new()
    {
        Name = "greeting",
        Seed = "a",
        Coverage = 100,
        At = default,
        Arms = [new("control", 1, 0.5m, default), new("shorter", 2, 0.5m, default)],
    };

    [Fact]
    public void Sums_by_arm_rows_by_unit_and_what_logs_print_say_the_same()
    {
        var rows = new StringBuilder("unit,arm,value\n");
        var logged = new StringBuilder("{ \"results\": [");
        for (var unit = 0; unit < 2000; unit++)
        {
            var (arm, value) = (unit < 1000 ? "control" : "shorter", unit % 1000 < (unit < 1000 ? 900 : 930) ? 1 : 0);
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"user-{unit},{arm},{value}\n");
            logged.Append(unit == 0 ? "" : ",").Append(System.Globalization.CultureInfo.InvariantCulture, $$"""
                [{ "field": "requestMetadata.unit", "value": "user-{{unit}}" },
                 { "field": "requestMetadata.arm", "value": "{{arm}}" },
                 { "field": "Success", "value": "{{value}}" },
                 { "field": "@ptr", "value": "x" }]
                """);
        }

        var said = new[]
        {
            Lines(rows.ToString()),
            Lines("arm,n,sum,sum_squares\ncontrol,1000,900,900\nshorter,1000,930,930\n"),
            Lines(logged.Append("], \"statistics\": {}, \"status\": \"Complete\" }").ToString()),
        };

        said.Should().AllBeEquivalentTo(said[0], options => options.WithStrictOrdering());
        said[0].Should().Equal(
            "greeting.a: 2,000 units",
            "  control  release 1  1,000 units  90.00 %",
            "  shorter  release 2  1,000 units  93.00 %",
            "shorter against control: no difference detected, though one of 5 points would be",
            "  difference +3.33 %",
            "  95 % interval, always valid -1.07 % to +7.74 %",
            "  95 % interval, one look at the end +0.57 % to +6.10 %",
            "Sample ratio: as assigned (chi-square 0, p = 1).");
    }

    [Theory]
    [InlineData("control,12000,10800,10800\nshorter,12000,11160,11160", false, "better")]
    [InlineData("control,12000,10800,10800\nshorter,12000,11160,11160", true, "worse")]
    [InlineData("control,1000,900,900\nshorter,1300,1200,1200", false, "no verdict")]
    [InlineData("control,100,90,90\nshorter,110,100,100", false, "needs * more units in each arm to detect 5 points")]
    [InlineData("control,19,19,19\nshorter,19,0,0", false, "needs 1 more unit in each arm before *")]
    [InlineData("control,5,5,5\nshorter,5,0,0", false, "needs 15 more units in each arm before a verdict is possible")]
    [InlineData("control,420,504000,655200000\nshorter,405,461700,570000000", true,
        "needs * more units in each arm to detect 5 %")]
    public void The_verdict_says_no_more_than_the_data(string sums, bool lowerIsBetter, string verdict) =>
        Lines($"arm,n,sum,sum_squares\n{sums}\n", lowerIsBetter)
            .Should().ContainMatch($"shorter against control: {verdict}");

    [Fact]
    public void A_unit_seen_in_two_arms_is_left_out_and_told_and_so_are_rows_of_others()
    {
        var rows = "unit,arm,experiment,value\n" + string.Concat(Enumerable.Range(0, 100).Select(unit =>
            $"{unit},{(unit % 2 == 0 ? "control" : "shorter")},greeting.a,1\n"));

        Lines($"{rows}0,shorter,greeting.a,1\n7,control,greeting.before,1\n8,,,1\n,control,greeting.a,0\n").Should()
            .Contain("Units seen in two arms, left out: 1.")
            .And.Contain("Rows of other experiments, or of none, left out: 2.")
            .And.Contain("Rows without a unit, each counted as one: 1.");
    }

    [Fact]
    public void Calls_of_one_unit_are_no_units_of_their_own()
    {
        var rows = new StringBuilder("unit,arm,value\n");
        for (var unit = 0; unit < 100; unit++)
        {
            for (var call = 0; call < 20; call++)
            {
                // Who is content is content each time: twenty calls say no more than one.
                var (arm, most) = unit % 2 == 0 ? ("control", 6) : ("shorter", 8);
                rows.Append(System.Globalization.CultureInfo.InvariantCulture,
                    $"{unit},{arm},{(unit % 10 < most ? 1 : 0)}\n");
            }
        }

        var lines = Lines(rows.ToString());

        lines.Should().Contain("greeting.a: 100 units").And.ContainMatch("shorter against control: needs *")
            .And.Contain("Units have several values: compared by the mean over all of them, errors by unit.");
    }

    [Theory]
    [InlineData("", "results.csv(1,1) PRM593")]
    [InlineData("hello\n", "results.csv(1,1) PRM593")]
    [InlineData("{}", "results.csv(1,1) PRM593")]
    [InlineData("{ \"results\": [] }", "results.csv(1,1) PRM593")]
    [InlineData("unit,arm,value\na,control\n", "results.csv(2,1) PRM594")]
    [InlineData("unit,arm,value\na,control,1\nb,shorter,\"0,5\"\n", "results.csv(3,1) PRM595")]
    [InlineData("unit,arm,value\n\na,contrl,1\n", "results.csv(3,1) PRM596")]
    [InlineData("unit,arm,tokens,latency\na,control,1,1\n", "results.csv(1,1) PRM597")]
    public void What_cannot_be_read_is_told_with_its_line(string text, string problem)
    {
        var table = ResultsTable.Read("results.csv", text);
        var problems = table.Diagnostics.HasErrors()
            ? table.Diagnostics
            : MeasurementsReader.Read(table.Value!, Two).Diagnostics;

        problems.Select(found => $"{found.At} {found.Code}").Should().Equal(problem);
    }

    [Fact]
    public void The_picture_is_the_same_each_time_and_names_hostile_arms_harmlessly()
    {
        var analysis = Analyse("arm,n,sum,sum_squares\ncontrol,100,90,90\nshorter,110,100,100\n", false);

        AnalysisSvg.Render(analysis).Should().Be(AnalysisSvg.Render(analysis))
            .And.StartWith("<svg xmlns=\"http://www.w3.org/2000/svg\"").And.EndWith("</svg>\n")
            .And.Contain(">shorter</text>");
    }

    private static string[] Lines(string text, bool lowerIsBetter = false) =>
        [.. AnalysisText.Lines(Analyse(text, lowerIsBetter))];

    private static Analysis Analyse(string text, bool lowerIsBetter)
    {
        var table = ResultsTable.Read("results.csv", text);
        var measured = MeasurementsReader.Read(table.Value!, Two);
        measured.Diagnostics.Should().BeEmpty();
        return Analysis.Of(Two, measured.Value!, detect: null, lowerIsBetter);
    }
}
