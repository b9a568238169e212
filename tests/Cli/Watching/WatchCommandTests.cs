using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Cli.Local;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Watching;

/// <summary>The alarms of a plan, evaluated on calls that were made. Half of the calls that a fault hits are
/// errors.</summary>
public sealed class WatchCommandTests
{
    private const string Failures = "{ failures: { above: 5%, of: 50, in: 15m } }";

    [Fact]
    public async Task A_fifth_of_calls_that_fail_raises_the_alarm_but_not_before_fifty_calls()
    {
        await using var project = await new WatchedProject().Serve("rate=0.4,seed=1,delay=0", Failures);

        await project.Call(40);
        var early = await project.Run("watch", "dev", "--local", "--detailed-exit-code", "--format", "json");
        await project.Call(60);
        var late = await project.Run("watch", "dev", "--local", "--detailed-exit-code", "--format", "json");

        (early.Exit, State(early, "greeting-failures")).Should().Be((ExitCode.Success, "OK"));
        Number(early, "greeting-failures", "failed").Should().BeGreaterThan(2);
        Number(early, "greeting-failures", "calls").Should().BeLessThan(50);
        (late.Exit, State(late, "greeting-failures")).Should().Be((ExitCode.Changes, "ALARM"));
        Number(late, "greeting-failures", "figure").Should().BeGreaterThan(5);
        State(late, "greeting-watch").Should().Be("ALARM");
        Alarm(late, "greeting-watch")["suppressedBy"]?.GetValue<string>().Should().NotBe("Alarm");
    }

    [Fact]
    public async Task A_model_that_fails_as_a_whole_raises_its_own_alarm_and_keeps_that_of_the_prompt_back()
    {
        await using var project = await new WatchedProject().Serve("rate=0.4,seed=2,delay=0", Failures);

        await project.Call(100);
        await project.Call(100, isPastThePrompt: true);
        var run = await project.Run("watch", "dev", "--local");

        run.Exit.Should().Be(ExitCode.Success);
        var lines = run.Output.Split('\n');
        lines.Should().ContainSingle(line => line.StartsWith("ALARM ") && line.Contains("model-amazon-nova-lite-v1-0"));
        lines.Should().ContainSingle(line => line.StartsWith("ALARM, kept back") && line.Contains("greeting-watch"));
        lines.Should().ContainSingle(line => line.StartsWith("ALARM ") && line.Contains("greeting-failures"))
            .Which.Should().MatchRegex(@"\d \(above 5 is an alarm; failed calls \d+, calls \d+\) since 20");
    }

    [Fact]
    public async Task Calls_that_are_answered_leave_every_alarm_quiet()
    {
        await using var project = await new WatchedProject().Serve(
            null, "{ failures: { above: 5% }, latency: { p95: 8s }, quality: { below: 95% } }");

        await project.Call(60);
        await project.Report(good: 100, bad: 1);
        var fine = await project.Run("watch", "dev", "--local", "--detailed-exit-code");
        await project.Report(good: 0, bad: 20);
        var bad = await project.Run("watch", "dev", "--local", "--detailed-exit-code", "--format", "markdown");

        var aws = await project.RunOnAws("watch", "dev", "--detailed-exit-code", "--format", "markdown");

        fine.Exit.Should().Be(ExitCode.Success);
        aws.Should().Be(bad);
        fine.Output.Should().MatchRegex(@"(\d) alarms: \1 OK\.\n$").And.Contain("alarm when less than 95 %");
        bad.Exit.Should().Be(ExitCode.Changes);
        bad.Output.Should().Contain(
            "| ALARM | greeting-quality | `82.64 (below 95 is an alarm; answers 121, good answers 100) since 20");
    }

    [Fact]
    public async Task A_stack_that_watches_nothing_says_how_to()
    {
        await using var project = new ServedProject();

        var run = await project.Run("watch", "dev", "--local");
        var json = await project.Run("watch", "dev", "--format", "json");

        run.Should().Be(new ConsoleRun(
            ExitCode.Success,
            "Stack dev watches nothing. Set bedrock-prompts:watch in Pulumi.dev.yaml: "
                + "infra/Stack/README.md says how.\n",
            ""));
        JsonNode.Parse(json.Output)!["alarms"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_not_deployed_is_told_and_so_is_that_nobody_serves()
    {
        await using var project = new ServedProject();
        project.Files.Write("Pulumi.dev.yaml", """
            config:
              aws:region: us-east-1
              bedrock-prompts:default: draft
              bedrock-prompts:watch: { quality: { below: 95% } }

            """);

        var run = await project.Run("watch", "dev", "--local", "--detailed-exit-code");

        run.Exit.Should().Be(ExitCode.Changes);
        run.Output.Should().StartWith("not deployed  ").And.Contain("not deployed.\n");
        run.Error.Should().Contain("Run 'prompts serve'");
    }

    [Fact]
    public async Task Without_keys_AWS_is_not_asked()
    {
        await using var project = new ServedProject();
        project.Files.Write("Pulumi.dev.yaml", """
            config:
              aws:region: us-east-1
              bedrock-prompts:default: draft
              bedrock-prompts:watch: { quality: { below: 95% } }

            """);

        var run = await project.Run("watch", "dev");

        run.Exit.Should().Be(ExitCode.Failure);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("CloudWatch does not answer DescribeAlarms. There are no usable AWS credentials");
    }

    private static JsonNode Alarm(ConsoleRun run, string name) => JsonNode.Parse(run.Output)!["alarms"]!.AsArray()
        .Single(alarm => alarm!["name"]!.GetValue<string>() == name)!;

    private static string? State(ConsoleRun run, string name) => Alarm(run, name)["state"]?.GetValue<string>();

    private static double Number(ConsoleRun run, string name, string id) =>
        Alarm(run, name)["numbers"]![id]!.GetValue<double>();
}
