using System.Collections.Immutable;
using FluentAssertions;
using Infra.Alarms;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Alarms;

public sealed class AlarmTimelineTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 28, 2, 0, 0, TimeSpan.Zero);

    private const string Failing = """
        {
          "AlarmName": "failing", "ComparisonOperator": "GreaterThanThreshold", "Threshold": 0.05,
          "EvaluationPeriods": 3, "DatapointsToAlarm": 2, "TreatMissingData": "notBreaching",
          "Metrics": [
            { "Id": "calls", "ReturnData": false, "MetricStat": { "Period": 60, "Stat": "Sum", "Metric": {
              "Namespace": "AWS/Bedrock", "MetricName": "Invocations",
              "Dimensions": [{ "Name": "ModelId", "Value": "profile" }] } } },
            { "Id": "failed", "ReturnData": false, "MetricStat": { "Period": 60, "Stat": "Sum", "Metric": {
              "Namespace": "AWS/Bedrock", "MetricName": "InvocationServerErrors",
              "Dimensions": [{ "Name": "ModelId", "Value": "profile" }] } } },
            { "Id": "rate", "Expression": "IF(calls + FILL(failed, 0) >= 50, FILL(failed, 0) / calls, 0)" }
          ]
        }
        """;

    private const string Model = """
        {
          "AlarmName": "model", "ComparisonOperator": "GreaterThanOrEqualToThreshold", "Threshold": "1",
          "EvaluationPeriods": 1, "TreatMissingData": "notBreaching", "Period": 60, "Statistic": "Sum",
          "Namespace": "AWS/Bedrock", "MetricName": "ModelErrors"
        }
        """;

    private const string Both = """
        {
          "AlarmName": "both", "AlarmRule": "ALARM(failing) AND NOT ALARM(\"never there\")",
          "ActionsSuppressor": "arn:aws:cloudwatch:us-east-1:123456789012:alarm:model",
          "ActionsSuppressorWaitPeriod": 60, "ActionsSuppressorExtensionPeriod": 120
        }
        """;

    [Fact]
    public void Two_bad_minutes_of_three_raise_the_alarm_and_quiet_ones_end_it()
    {
        Dictionary<int, double> calls = new() { [1] = 100, [2] = 100, [3] = 100 };
        Dictionary<int, double> failed = new() { [2] = 20, [3] = 20 };

        States("failing", 9, calls, failed).Should().Equal(
            // While data is missing, what came before it counts.
            "OK", "OK", "OK", "ALARM", "ALARM", "ALARM", "ALARM", "OK", "OK", "OK");
    }

    [Fact]
    public void Fewer_calls_than_count_are_no_alarm() =>
        States("failing", 4, new() { [1] = 39, [2] = 39, [3] = 39 }, new() { [1] = 10, [2] = 10, [3] = 10 })
            .Should().OnlyContain(state => state == "OK");

    [Fact]
    public void A_composite_alarm_follows_the_same_minute_and_says_since_when()
    {
        var standing = At(5, new() { [2] = 100, [3] = 100 }, new() { [2] = 20, [3] = 20 })["both"];

        AlarmVerdict.Spelled(standing.Verdict.State).Should().Be("ALARM");
        standing.Since.Should().Be(Start.AddMinutes(3));
        standing.Verdict.Reason.Should().Be("failing is ALARM, never there is INSUFFICIENT_DATA");
        standing.SuppressedBy.Should().BeNull();
    }

    [Theory]
    [InlineData(3, new[] { 9 }, "WaitPeriod")]
    [InlineData(4, new[] { 9 }, null)]
    [InlineData(5, new[] { 5 }, "Alarm")]
    [InlineData(5, new[] { 2 }, "ExtensionPeriod")]
    [InlineData(5, new[] { 0 }, null)]
    public void Its_actions_are_kept_back_by_the_suppressor(int minute, int[] model, string? by)
    {
        var bad = Enumerable.Range(2, 9).ToDictionary(at => at, _ => 20.0);

        At(minute, bad.Keys.ToDictionary(at => at, _ => 100.0), bad, model)["both"].SuppressedBy.Should().Be(by);
    }

    [Fact]
    public void Missing_data_that_changes_nothing_keeps_the_state_there_was()
    {
        var alarm = Read(Failing.Replace("notBreaching", "ignore", StringComparison.Ordinal));
        Dictionary<int, double> calls = new() { [2] = 100, [3] = 100 };
        var timeline = new AlarmTimeline([(alarm, Start)], Reads(calls, new() { [2] = 20, [3] = 20 }, []));

        var standing = timeline.At(Start.AddMinutes(40))["failing"];

        AlarmVerdict.Spelled(standing.Verdict.State).Should().Be("ALARM");
    }

    [Theory]
    [InlineData("\"Threshold\": 0.05", "\"Other\": 1", "It has no Threshold.")]
    [InlineData("GreaterThanThreshold", "Odd", "It compares with 'Odd'.")]
    [InlineData("\"calls\", \"ReturnData\": false", "\"calls\"", "Not exactly one of its Metrics is returned.")]
    [InlineData("\"Id\": \"calls\", \"ReturnData\": false, \"MetricStat\": { \"Period\": 60",
        "\"Id\": \"calls\", \"ReturnData\": false, \"MetricStat\": { \"Period\": 300",
        "Its Metrics have different periods.")]
    public void An_alarm_that_makes_no_sense_is_said(string part, string other, string problem)
    {
        var properties = Failing.Replace(part, other, StringComparison.Ordinal);

        AlarmReader.Read((Value.Map)JsonValue.Parse(properties)).Problem.Should().Be(problem);
    }

    private static IEnumerable<string> States(
        string name, int minutes, Dictionary<int, double> calls, Dictionary<int, double> failed) =>
        Enumerable.Range(0, minutes + 1)
            .Select(minute => AlarmVerdict.Spelled(At(minute, calls, failed)[name].Verdict.State));

    private static ImmutableSortedDictionary<string, AlarmStanding> At(
        int minute, Dictionary<int, double> calls, Dictionary<int, double> failed, params int[] model) =>
        new AlarmTimeline(
            [(Read(Failing), Start), (Read(Both), Start), (Read(Model), Start)], Reads(calls, failed, model))
            .At(Start.AddMinutes(minute).AddSeconds(10));

    private static Func<MetricStatistic, ImmutableArray<DateTimeOffset>, Series> Reads(
        Dictionary<int, double> calls, Dictionary<int, double> failed, int[] model) => (statistic, times) =>
        Series.Of(times.Select(time => (time, (int)(time - Start).TotalMinutes is var minute
            ? statistic.Metric.Name switch
            {
                "Invocations" => calls.TryGetValue(minute, out var count) ? count : null,
                "InvocationServerErrors" => failed.TryGetValue(minute, out var count) ? count : null,
                _ => model.Contains(minute) ? 1 : (double?)null,
            }
            : null)));

    private static Alarm Read(string json) => AlarmReader.Read((Value.Map)JsonValue.Parse(json)).Alarm!;
}
