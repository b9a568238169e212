using FluentAssertions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Planning.Watching;
using Infra.Settings;
using Infra.Tests.Support;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Planning.Watching;

/// <summary>What a stack's alarms compute, and what they are called.</summary>
public sealed class WatchPlanTests
{
    private static readonly Location At = Location.StartOf("Pulumi.prod.yaml");

    private static readonly Threshold Limit = new(5, 50, TimeSpan.FromMinutes(15), At);

    [Fact]
    public void Failures_are_counted_over_all_meters_and_nothing_is_said_of_a_few_calls() =>
        Expressions(AlarmMetrics.Failures(["a", "b"], Limit)).Should().Equal(
            "failed = FILL(client1, 0) + FILL(server1, 0) + FILL(client2, 0) + FILL(server2, 0)",
            "calls = failed + FILL(answered1, 0) + FILL(answered2, 0)",
            "figure = IF(calls >= 50, 100 * failed / calls, 0)");

    [Fact]
    public void Latency_is_that_of_the_slowest_meter_with_calls_enough()
    {
        Expressions(AlarmMetrics.Latency(["a"], Limit)).Should().Equal(
            "figure = IF(FILL(answered1, 0) >= 50, FILL(latency1, 0), 0)");
        Expressions(AlarmMetrics.Latency(["a", "b"], Limit)).Should().Equal(
            "slow1 = IF(FILL(answered1, 0) >= 50, FILL(latency1, 0), 0)",
            "slow2 = IF(FILL(answered2, 0) >= 50, FILL(latency2, 0), 0)",
            "figure = MAX([slow1, slow2])");
    }

    [Fact]
    public void No_alarm_computes_with_more_metrics_than_CloudWatch_takes()
    {
        Metrics(AlarmMetrics.Failures(Meters(AlarmMetrics.MostOfFailures), Limit)).Should().Be(9);
        Metrics(AlarmMetrics.Latency(Meters(AlarmMetrics.MostOfLatency), Limit)).Should().Be(10);
    }

    [Fact]
    public void A_name_with_more_models_than_one_alarm_can_watch_is_refused()
    {
        var (_, settings) = Planned.In("dev", Planned.Dev("watch: { latency: { p95: 8s }, failures: { above: 5% } }"));
        var thresholds = settings.Watch!.Each;

        IEnumerable<string> Codes(int meters) => WatchRules
            .Check([new("a", 1, ["1"], thresholds, [.. Meters(meters)], "m")], [], settings)
            .Where(problem => problem.Code is "PRM658")
            .Select(problem => problem.Message.Split(", but ")[1].Split(". ")[0]);

        Codes(3).Should().BeEmpty();
        Codes(4).Should().Equal("one alarm can watch the failures of at most 3");
        Codes(6).Should().HaveCount(2);
    }

    [Fact]
    public void Alarms_say_in_words_what_they_watch()
    {
        var plan = Planned.Sound(
            Planned.Prompt("greeting", "amazon.nova-lite-v1:0"),
            Planned.Dev("watch: { quality: { below: 99.5%, of: 1, in: 2h }, "
                + "notify: \"arn:aws:sns:us-east-1:123456789012:prompts\" }"));

        plan.Resources.Where(resource => resource.Type.StartsWith("AWS::CloudWatch", StringComparison.Ordinal))
            .Select(resource => $"{resource.Name}: {resource.Because}").Should().Equal(
                "greeting-quality: alarm when less than 99.5 % of at least 1 answer in 2 hours are good",
                "greeting-watch: tells the topic prompts");
        var all = plan.Resources.Single(resource => resource.Type == ResourceTypes.CompositeAlarm);
        all.Properties["AlarmRule"].Should().Be((Value)"ALARM(\"bedrock-prompts/dev/greeting-quality\")");
        all.DependsOn.Should().Equal("greeting-quality");
    }

    private static Value[] Meters(int count) => [.. Enumerable.Range(1, count).Select(i => (Value)$"meter{i}")];

    private static int Metrics(Value.List metrics) =>
        metrics.Items.Cast<Value.Map>().Count(metric => metric["MetricStat"] is not null);

    private static IEnumerable<string> Expressions(Value.List metrics) =>
        from metric in metrics.Items.Cast<Value.Map>()
        where metric["Expression"] is not null
        select $"{((Value.Text)metric["Id"]!).Content} = {((Value.Text)metric["Expression"]!).Content}";
}
