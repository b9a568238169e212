using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Infra.Tests.Local.Metrics;

public sealed class MetricOperationsTests
{
    private const string Success = """
        "Namespace": "BedrockPrompts", "MetricName": "Success", "Dimensions": [
          { "Name": "Stack", "Value": "prod" }, { "Name": "Name", "Value": "greeting" },
          { "Name": "Release", "Value": "3" }]
        """;

    private readonly StandingClock _clock = new();

    [Fact]
    public async Task What_applications_report_is_found_under_the_same_dimensions_in_any_order()
    {
        await using var bedrock = await LocalBedrock.StartAsync(new() { Clock = _clock });
        await PutAsync(bedrock, """{ "Value": 1 }""");
        await PutAsync(bedrock, """{ "Values": [0, 1], "Counts": [2, 5] }""");
        var later = StandingClock.Start.AddMinutes(2).ToUnixTimeSeconds();
        await PutAsync(bedrock, $$"""{ "Value": 0, "Timestamp": {{later}} }""");
        await PutAsync(
            bedrock, """{ "StatisticValues": { "SampleCount": 2, "Sum": 1, "Minimum": 0, "Maximum": 1 } }""");

        var data = await bedrock.DataAsync(5, Query("n", "SampleCount"), Query("good", "Sum"), Query("min", "Minimum"),
            """{ "Id": "share", "Expression": "100 * good / n" }""",
            """{ "Id": "whole", "Expression": "TIME_SERIES(100 * SUM(good) / SUM(n))" }""");

        data.ToJsonString().Should().Be(
            """{"n":[10,1],"good":[7,0],"min":[0,0],"share":[70,0],"whole":[63.63636363636363,"""
            + "63.63636363636363,63.63636363636363,63.63636363636363,63.63636363636363]}");
    }

    [Fact]
    public async Task A_period_covers_its_minutes_from_the_start_that_was_asked_for()
    {
        await using var bedrock = await LocalBedrock.StartAsync(new() { Clock = _clock });
        for (var minute = 0; minute < 6; minute++)
        {
            await PutAsync(bedrock, $$"""{ "Value": {{minute}} }""");
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        var data = await bedrock.DataAsync(6, Query("sum", "Sum", period: 180), Query("p50", "p50", period: 360));

        data.ToJsonString().Should().Be("""{"sum":[3,12],"p50":[2]}""");
    }

    [Fact]
    public async Task Percentiles_are_true_to_half_a_percent()
    {
        await using var bedrock = await LocalBedrock.StartAsync(new() { Clock = _clock });
        var values = string.Join(",", Enumerable.Range(1, 150).Select(number => number * 123.456));
        await PutAsync(bedrock, $$"""{ "Values": [{{values}}] }""");

        var data = await bedrock.DataAsync(1, Query("p", "p90"), Query("max", "Maximum"));

        data["p"]![0]!.GetValue<double>().Should().BeApproximately(135 * 123.456, 135 * 123.456 * 0.005);
        data["max"]![0]!.GetValue<double>().Should().Be(150 * 123.456);
    }

    [Fact]
    public async Task Metrics_are_listed_by_what_is_asked_in_pages_of_five_hundred()
    {
        await using var bedrock = await LocalBedrock.StartAsync(new() { Clock = _clock });
        for (var batch = 0; batch < 3; batch++)
        {
            var metrics = Enumerable.Range(200 * batch, 200).Select(number => $$"""
                { "MetricName": "m{{number}}", "Dimensions": [{ "Name": "N", "Value": "{{number % 7}}" }], "Value": 1 }
                """);
            await bedrock.AskAsync(
                "PutMetricData", $$"""{ "Namespace": "Any", "MetricData": [{{string.Join(",", metrics)}}] }""");
        }

        var first = await bedrock.AskAsync("ListMetrics", """{ "Namespace": "Any" }""");
        var second = await bedrock.AskAsync(
            "ListMetrics", $$"""{ "Namespace": "Any", "NextToken": "{{first["NextToken"]}}" }""");
        var one = await bedrock.AskAsync(
            "ListMetrics", """{ "MetricName": "m8", "Dimensions": [{ "Name": "N", "Value": "1" }] }""");
        var none = await bedrock.AskAsync("ListMetrics", """{ "Dimensions": [{ "Name": "Other" }] }""");

        Names(first).Concat(Names(second)).Distinct().Should().HaveCount(600);
        second.Body["NextToken"].Should().BeNull();
        one.Body["Metrics"]!.ToJsonString().Should().Be(
            """[{"Dimensions":[{"Name":"N","Value":"1"}],"MetricName":"m8","Namespace":"Any"}]""");
        Names(none).Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{ "Id": "a", "Expression": "b +" }""", "Error in expression 'a': 'b +' cannot be read.")]
    [InlineData("""{ "Id": "a", "Expression": "1" }""", "must come to a time series")]
    [InlineData("""{ "Id": "a" }""", "must have either MetricStat or Expression")]
    [InlineData("""{ "Id": "a", "Expression": "b" }, { "Id": "a", "Expression": "b" }""", "is not unique")]
    public async Task What_makes_no_sense_is_refused(string queries, string problem)
    {
        await using var bedrock = await LocalBedrock.StartAsync(new() { Clock = _clock });

        var reply = await bedrock.AskAsync(
            "GetMetricData", $$"""{ "StartTime": 0, "EndTime": 60, "MetricDataQueries": [{{queries}}] }""");

        reply.Is(400, "ValidationError");
        reply["message"].Should().Contain(problem);
    }

    [Theory]
    [InlineData(60, "tm90", "statistic 'tm90'")]
    [InlineData(10, "Sum", "is not a multiple of 60")]
    [InlineData(60, "Sum", "more than 100800 data points", 60L * 200_000)]
    [InlineData(60, "Sum", "StartTime must be less", 0L)]
    public async Task What_is_not_kept_is_refused(int period, string stat, string problem, long end = 600)
    {
        await using var bedrock = await LocalBedrock.StartAsync(new() { Clock = _clock });

        var reply = await bedrock.AskAsync("GetMetricData", $$"""
            { "StartTime": 0, "EndTime": {{end}}, "MetricDataQueries": [{{Query("m", stat, period)}}] }
            """);

        reply.Is(400, "ValidationError");
        reply["message"].Should().Contain(problem);
    }

    [Theory]
    [InlineData(""" "Value": 1E+300 """)]
    [InlineData(""" "Values": [0, -1E+300] """)]
    [InlineData(""" "StatisticValues": { "SampleCount": 1, "Sum": 1E+300, "Minimum": 0, "Maximum": 0 } """)]
    public async Task What_is_beyond_all_measure_is_refused_and_nothing_of_it_kept(string value)
    {
        await using var bedrock = await LocalBedrock.StartAsync(new() { Clock = _clock });

        var reply = await bedrock.AskAsync("PutMetricData", $$"""
            { "Namespace": "N", "MetricData": [{ "MetricName": "m", "Value": 1 }, { "MetricName": "m", {{value}} }] }
            """);

        reply.Is(400, "InvalidParameterValue");
        Names(await bedrock.AskAsync("ListMetrics", "{}")).Should().BeEmpty();
    }

    private static async Task PutAsync(LocalBedrock bedrock, string value)
    {
        var datum = JsonNode.Parse($$"""{ {{Success}}, {{value.TrimStart('{')}} """)!.AsObject();
        datum.Remove("Namespace");
        var reply = await bedrock.AskAsync("PutMetricData", $$"""
            { "Namespace": "BedrockPrompts", "MetricData": [{{datum.ToJsonString()}}] }
            """);
        reply.Error.Should().BeNull();
    }

    private static string Query(string id, string stat, int period = 60) => $$"""
        { "Id": "{{id}}", "MetricStat": { "Metric": { {{Success}} }, "Period": {{period}}, "Stat": "{{stat}}" } }
        """;

    private static IEnumerable<string> Names(Reply reply) =>
        reply.Body["Metrics"]!.AsArray().Select(metric => metric!["MetricName"]!.GetValue<string>());
}
