using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Cli.Aws;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Running;

public sealed class SmokeEndTests
{
    [Fact]
    public async Task A_service_that_never_answers_is_exit_2_within_the_timeout()
    {
        await using var silent = await Loopback.Giving(new Given(200, []) { Hangs = true });
        await using var project = new SmokeProject().Greeting();

        var run = await project.Smoke(options =>
            options with { Connection = silent.Connection, Timeout = TimeSpan.FromMilliseconds(300) });

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().Be("The aliases of 'dev' cannot be read. AWS did not answer in time.");
    }

    [Fact]
    public async Task Credentials_that_AWS_does_not_know_are_exit_2_with_one_line()
    {
        var refusal = """{ "__type": "UnrecognizedClientException", "message": "The token is invalid." }"""u8;
        await using var aws = await Loopback.Giving(new Given(400, refusal.ToArray()));
        await using var project = new SmokeProject().Greeting();

        var run = await project.Smoke(options => options with { Connection = aws.Connection });

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().StartWith("The aliases of 'dev' cannot be read. AWS does not accept the credentials")
            .And.NotContain("\n");
        aws.All.Should().ContainSingle("what is refused is not tried again");
    }

    [Fact]
    public async Task Ctrl_C_prints_what_is_done()
    {
        await using var project = await new SmokeProject().Greeting(SmokeProject.Cases(200)).Deploy();
        using var interrupt = new CancellationTokenSource();

        var run = await project.Smoke(
            options => options with { Jobs = 1, Outputs = [Path.Combine(project.Files.Path, "r.junit.xml")] },
            host => host with { Out = new Interrupting(host.Out, "case 5 ", interrupt) },
            interrupt.Token);

        run.Exit.Should().Be(ExitCode.Cancelled);
        run.Output.Should().Contain("passed  greeting / case 5 ").And.Contain("not run greeting / case 200")
            .And.Contain("The run ended early: it was interrupted");
        project.Files.Read("r.junit.xml").Should().Contain("<skipped");
    }

    [Fact]
    public async Task A_run_ends_when_its_time_is_used_up()
    {
        await using var project = await new SmokeProject().Greeting().Deploy();

        var run = await project.Smoke(options => options with { Budget = TimeSpan.FromSeconds(5) });

        (run.Exit, run.Error).Should().Be((ExitCode.Failure, "The run ended early: it has used up its time (5s)."));
    }

    [Fact]
    public async Task A_limit_of_costs_is_refused_where_a_price_is_unknown()
    {
        await using var project = await new SmokeProject().Greeting().Deploy();
        project.Files.Write("prompts/greeting.yaml", project.Files.Read("prompts/greeting.yaml")
            .Replace("amazon.nova-lite-v1:0", "us.vendor.new-v1:0", StringComparison.Ordinal));

        var run = await project.Smoke(options => options with { MaxCost = 1 });

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().Contain("known for greeting (prompt, us.vendor.new-v1:0)");
    }

    [Fact]
    public async Task A_case_passes_when_enough_of_its_runs_do()
    {
        await using var project = await new SmokeProject().Greeting("""
            tests:
              - { name: steady, pass: 4 of 5, expect: [{ contains: Ada }], sample: Hello Ada. }
            """).Deploy();

        var once = await project.Smoke();
        var more = await project.Smoke(options => options with { Repeat = 10 });

        once.Output.Should().Contain("5 of 5 runs passed, 4 needed");
        more.Output.Should().Contain("10 of 10 runs passed, 8 needed");
    }

    /// <summary>Somebody who presses Ctrl-C when a line appears.</summary>
    private sealed class Interrupting(TextWriter to, string sign, CancellationTokenSource interrupt) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            to.WriteLine(value);
            if (value?.Contains(sign, StringComparison.Ordinal) is true)
            {
                interrupt.Cancel();
            }
        }
    }
}
