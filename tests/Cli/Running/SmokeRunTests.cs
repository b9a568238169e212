using FluentAssertions;
using Infra.Cli;
using Infra.Local;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Running;

public sealed class SmokeRunTests
{
    [Fact]
    public async Task What_answers_as_expected_passes_with_a_line_for_each_case()
    {
        await using var project = await new SmokeProject().Greeting().Deploy();

        var run = await project.Smoke();

        run.Exit.Should().Be(ExitCode.Success, run.Output + run.Error);
        run.Output.Split('\n').Should().HaveElementAt(0, Line(run, "passed  greeting / greets by name (draft, "));
        run.Output.Should().Contain("1 case: 1 passed (dev, ");
    }

    [Fact]
    public async Task An_answer_that_is_not_as_expected_is_exit_1()
    {
        await using var project = await new SmokeProject().Greeting("""
            tests:
              - name: greets by name
                expect: [{ contains: Grace }]
                sample: Hello Ada.
            """).Deploy();

        var run = await project.Smoke();

        run.Exit.Should().Be(ExitCode.Problems);
        run.Output.Should().Contain("failed  greeting / greets by name")
            .And.Contain("prompts/greeting.yaml(9,16): fail:");
    }

    [Fact]
    public async Task Faults_of_AWS_change_neither_verdicts_nor_the_exit_code()
    {
        // Three of four faults are 429 or 5xx, the fourth is a late answer.
        var faults = new FaultOptions { Rate = 0.27, Seed = 7, Delay = TimeSpan.Zero };
        await using var project = await new SmokeProject().Greeting(SmokeProject.Cases(60)).Deploy(faults);

        var run = await project.Smoke();

        run.Exit.Should().Be(ExitCode.Success, run.Output + run.Error);
        run.Output.Should().Contain("60 cases: 60 passed").And.MatchRegex(@"\d+ calls repeated");
    }

    [Fact]
    public async Task Nothing_listening_is_exit_2_with_one_line()
    {
        await using var project = new SmokeProject().Greeting();

        var run = await project.Smoke(options => options with { Timeout = TimeSpan.FromSeconds(20) });

        run.Exit.Should().Be(ExitCode.Failure);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith("The aliases of 'dev' cannot be read. AWS cannot be reached").And.NotContain("\n");
    }

    [Fact]
    public async Task A_stack_that_is_not_deployed_is_exit_2()
    {
        await using var project = await new SmokeProject().Deploy();
        project.Greeting();

        var run = await project.Smoke();

        (run.Exit, run.Error).Should().Be((
            ExitCode.Failure,
            "Nothing that stack 'dev' serves is deployed: there is no alias below /bedrock-prompts/dev. "
                + "Run 'pulumi up --stack dev' first."));
    }

    [Fact]
    public async Task An_alias_that_is_missing_is_exit_2_and_the_others_are_run()
    {
        await using var project = await new SmokeProject().Greeting().Deploy();
        project.Files.Write("prompts/late.yaml", project.Files.Read("prompts/greeting.yaml"));

        var run = await project.Smoke();

        run.Exit.Should().Be(ExitCode.Failure);
        run.Output.Should().Contain("passed  greeting").And.Contain("error   late / greets by name")
            .And.Contain("there is no alias /bedrock-prompts/dev/late/live");
    }

    [Fact]
    public async Task Nothing_selected_is_exit_2_unless_it_is_allowed()
    {
        await using var project = await new SmokeProject().Greeting().Deploy();

        var refused = await project.Smoke(options => options with { Selection = new() { Filter = "nothing" } });
        var allowed = await project.Smoke(options =>
            options with { Selection = new() { Filter = "nothing" }, AllowEmpty = true });

        (refused.Exit, allowed.Exit).Should().Be((ExitCode.Failure, ExitCode.Success));
        refused.Output.Should().StartWith("No case was selected");
    }

    [Fact]
    public async Task A_budget_that_is_used_up_leaves_the_rest_unrun()
    {
        await using var project = await new SmokeProject().Greeting(SmokeProject.Cases(30)).Deploy();

        var run = await project.Smoke(options => options with { MaxCost = 0.000001m, Jobs = 1 });

        run.Exit.Should().Be(ExitCode.Failure);
        run.Output.Should().Contain("The run ended early: --max-cost is reached").And.Contain("1 passed, 29 not run");
    }

    private static string Line(ConsoleRun run, string start) =>
        run.Output.Split('\n').First(line => line.StartsWith(start, StringComparison.Ordinal));
}
