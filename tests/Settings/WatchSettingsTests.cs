using FluentAssertions;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Settings;
using Xunit;

namespace Infra.Tests.Settings;

/// <summary>What a stack watches, and of which names otherwise.</summary>
public sealed class WatchSettingsTests
{
    private const string Topic = "notify: arn:aws:sns:us-east-1:123456789012:prompts";

    private const string Rollback = "rollback: { repository: a/b, connection: "
        + "\"arn:aws:events:us-east-1:123456789012:connection/a/b\", merge: true }";

    [Fact]
    public void A_name_takes_what_it_does_not_say_from_the_stack()
    {
        var watch = Read("""
            failures: { above: 5%, of: 70, in: 30m }, latency: { p95: 8s },
            names: { a: { failures: { above: 2% } }, b: { failures: { in: 1h } }, c: { failures: { of: 9 } }, d: none,
            e: { failures: none }, f: { quality: { below: 95% } } }
            """).Value!.Watch!;

        string Of(string name) => Said(watch.Names[name].Thresholds);
        Said(watch.Each).Should().Be("5 of 70 in 30 minutes | 8000 of 50 in 15 minutes | -");
        Of("a").Should().Be("2 of 70 in 30 minutes | 8000 of 50 in 15 minutes | -");
        Of("b").Should().Be("5 of 70 in 1 hour | 8000 of 50 in 15 minutes | -");
        Of("c").Should().Be("5 of 9 in 30 minutes | 8000 of 50 in 15 minutes | -");
        Of("d").Should().Be("- | - | -");
        Of("e").Should().Be("- | 8000 of 50 in 15 minutes | -");
        Of("f").Should().Be("5 of 70 in 30 minutes | 8000 of 50 in 15 minutes | 95 of 50 in 15 minutes");
    }

    [Theory]
    [InlineData("1m", "1 minute")]
    [InlineData("2m", "2 minutes")]
    [InlineData("1h", "1 hour")]
    [InlineData("90m", "90 minutes")]
    [InlineData("2h", "2 hours")]
    public void A_time_is_said_as_people_say_it(string time, string said) =>
        Read($"failures: {{ above: 5%, in: {time} }}").Value!.Watch!.Each.Failures!.Time.Should().Be(said);

    [Theory]
    [InlineData(Topic, "PRM655", 1)]
    [InlineData(Rollback, "PRM655", 1)]
    [InlineData(Rollback + ", " + Topic, "PRM655", 1)]
    [InlineData(Topic + ", failures: { above: 5% }", null, 0)]
    [InlineData(Rollback + ", quality: { below: 95% }", null, 0)]
    [InlineData(Topic + ", names: { a: { latency: { p95: 8s } } }", null, 0)]
    [InlineData(Topic + ", names: { a: none }", "PRM655", 1)]
    [InlineData("dashboard: true", null, 0)]
    public void An_alarm_is_there_for_whoever_is_told(string watch, string? code, int problems)
    {
        var read = Read(watch);

        read.Diagnostics.Where(problem => problem.Code is "PRM655").Should().HaveCount(problems);
        read.Diagnostics.Select(problem => problem.Code).Should().Equal(code is null ? [] : [code]);
    }

    [Fact]
    public void Who_is_told_in_vain_is_pointed_at_before_what_is_asked_in_vain() =>
        Read(Rollback + ", " + Topic).Diagnostics.Single().At.Column
            .Should().Be(Read(Topic).Diagnostics.Single().At.Column + Rollback.Length + 2);

    [Theory]
    [InlineData("failures: { above: 5 }", "PRM650")]
    [InlineData("names: { a: { failures: { above: 5 } } }", "PRM650")]
    [InlineData("failures: { above: 5%, in: 90s }", "PRM651")]
    [InlineData("names: { a: { failures: { above: 5%, in: 25h } } }", "PRM651")]
    public void Amounts_are_judged_for_the_stack_and_for_names(string watch, string code) =>
        Read(watch).Diagnostics.Select(problem => problem.Code).Should().Equal(code);

    [Theory]
    [InlineData("merge: true", true)]
    [InlineData("merge: false", false)]
    public void A_rollback_says_where_and_whether_it_is_merged(string merge, bool isMerged) =>
        Read("failures: { above: 5% }, " + Rollback.Replace("merge: true", merge, StringComparison.Ordinal))
            .Value!.Watch!.Rollback.Should().Be(new RollbackRequest(
                "a/b", "arn:aws:events:us-east-1:123456789012:connection/a/b", isMerged));

    [Theory]
    [InlineData("failures: { above: 5% }", "5 of 50 in 15 minutes")]
    [InlineData("latency: { p95: 8s }", "8000 of 50 in 15 minutes")]
    [InlineData("latency: { p95: 8s }, failures: { above: 5% }", "5 of 50 in 15 minutes")]
    [InlineData("quality: { below: 95% }", "-")]
    public void Failures_and_latency_need_the_metrics_of_calls(string watch, string ofCalls) =>
        Said(Read(watch).Value!.Watch!.Each.OfCalls).Should().Be(ofCalls);

    private static string Said(Thresholds thresholds) => string.Join(
        " | ", new[] { thresholds.Failures, thresholds.Latency, thresholds.Quality }.Select(Said));

    private static string Said(Threshold? one) => one is null ? "-" : $"{one.Limit:0} of {one.Of} in {one.Time}";

    private static Checked<StackSettings> Read(string watch) => SettingsReader.ReadText(
        new SourceText("Pulumi.prod.yaml",
            $"config:\n  bedrock-prompts:watch: {{ {watch.ReplaceLineEndings(" ")} }}\n"),
        ProjectConfig.None);
}
