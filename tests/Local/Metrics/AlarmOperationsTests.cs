using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Infra.Tests.Local.Metrics;

public sealed class AlarmOperationsTests : IAsyncLifetime
{
    private const string Suppressed = """
        { "AlarmName": "all", "AlarmRule": "ALARM(\"errors-1\")", "ActionsSuppressor": "errors-2" }
        """;

    private readonly StandingClock _clock = new();
    private LocalBedrock _bedrock = null!;

    public async Task InitializeAsync()
    {
        _bedrock = await LocalBedrock.StartAsync(new() { Clock = _clock });
        foreach (var number in Enumerable.Range(1, 3))
        {
            await _bedrock.CreateAsync("AWS::CloudWatch::Alarm", JsonNode.Parse($$"""
                {
                  "AlarmName": "errors-{{number}}", "Namespace": "Any", "MetricName": "Errors{{number}}",
                  "Statistic": "Sum", "Period": 60, "EvaluationPeriods": 1, "Threshold": 2,
                  "ComparisonOperator": "GreaterThanThreshold", "TreatMissingData": "notBreaching"
                }
                """)!.AsObject());
        }

        await _bedrock.CreateAsync("AWS::CloudWatch::CompositeAlarm", JsonNode.Parse(Suppressed)!.AsObject());
    }

    public async Task DisposeAsync() => await _bedrock.DisposeAsync();

    [Fact]
    public async Task Alarms_are_in_the_state_that_their_metrics_put_them_in()
    {
        await PutAsync("Errors1", 3);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var first = await DescribeAsync("{}");
        _clock.Advance(TimeSpan.FromMinutes(5));
        var later = await DescribeAsync("{}");

        States(first, "MetricAlarms").Should().Equal("errors-1 ALARM", "errors-2 OK", "errors-3 OK");
        first.Body["MetricAlarms"]![0]!["StateTransitionedTimestamp"]!.GetValue<long>()
            .Should().Be(StandingClock.Start.AddSeconds(-30).ToUnixTimeSeconds());
        States(later, "MetricAlarms").Should().Equal("errors-1 OK", "errors-2 OK", "errors-3 OK");
    }

    [Fact]
    public async Task A_composite_alarm_says_what_keeps_its_actions_back()
    {
        await PutAsync("Errors1", 3);
        var alone = await DescribeAsync("""{ "AlarmTypes": ["CompositeAlarm"] }""");
        await PutAsync("Errors2", 3);
        var both = await DescribeAsync("""{ "AlarmTypes": ["CompositeAlarm"] }""");

        States(alone, "CompositeAlarms").Should().Equal("all ALARM");
        alone.Body["CompositeAlarms"]![0]!["ActionsSuppressedBy"].Should().BeNull();
        both.Body["CompositeAlarms"]![0]!["ActionsSuppressedBy"]!.GetValue<string>().Should().Be("Alarm");
        States(both, "MetricAlarms").Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{ "AlarmNames": ["errors-2", "other"] }""", "errors-2")]
    [InlineData("""{ "AlarmNamePrefix": "errors", "StateValue": "ALARM" }""", "errors-1")]
    [InlineData("""{ "StateValue": "INSUFFICIENT_DATA" }""", "")]
    [InlineData("""{ "AlarmTypes": ["CompositeAlarm", "MetricAlarm"] }""", "all errors-1 errors-2 errors-3")]
    public async Task They_are_found_by_what_is_asked(string input, string names)
    {
        await PutAsync("Errors1", 3);

        var found = await DescribeAsync(input);

        string.Join(' ', States(found, "CompositeAlarms").Concat(States(found, "MetricAlarms"))
            .Select(state => state.Split(' ')[0])).Should().Be(names);
    }

    [Fact]
    public async Task They_come_in_pages_that_both_kinds_share()
    {
        const string Both = """ "AlarmTypes": ["CompositeAlarm", "MetricAlarm"], "MaxRecords": 2 """;
        var first = await DescribeAsync($$"""{ {{Both}} }""");
        var second = await DescribeAsync($$"""{ {{Both}}, "NextToken": "{{first["NextToken"]}}" }""");

        (await DescribeAsync($$"""{ {{Both}}, "NextToken": "other" }""")).Is(400, "InvalidNextToken");
        (await DescribeAsync("""{ "ChildrenOfAlarmName": "all" }""")).Is(400, "ValidationError");
        States(first, "CompositeAlarms").Concat(States(first, "MetricAlarms")).Should().Equal("all OK", "errors-1 OK");
        States(second, "MetricAlarms").Should().Equal("errors-2 OK", "errors-3 OK");
        second.Body["NextToken"].Should().BeNull();
    }

    private Task<Reply> DescribeAsync(string input) => _bedrock.AskAsync("DescribeAlarms", input);

    private Task PutAsync(string metric, int value) => _bedrock.AskAsync("PutMetricData", $$"""
        { "Namespace": "Any", "MetricData": [{ "MetricName": "{{metric}}", "Value": {{value}} }] }
        """);

    private static IEnumerable<string> States(Reply reply, string kind) =>
        reply.Body[kind]!.AsArray().Select(alarm => $"{alarm!["AlarmName"]} {alarm["StateValue"]}");
}
