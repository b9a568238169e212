using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Running;

public sealed class SmokeSelectionTests
{
    [Fact]
    public async Task What_did_not_pass_is_run_again_until_it_passes()
    {
        await using var project = await new SmokeProject().Greeting(SmokeProject.Cases(2) + """

              - name: greets Grace
                expect: [{ contains: Grace }]
                sample: Hello Ada.
            """).Deploy();

        var all = await project.Smoke();
        var again = await project.Smoke(options => options with { LastFailed = true });

        all.Output.Should().Contain("3 cases: 2 passed, 1 failed");
        again.Output.Should().Contain("1 case: 1 failed");
    }

    [Fact]
    public async Task A_case_that_passes_later_is_forgotten_and_one_that_was_left_out_is_not()
    {
        await using var project = await new SmokeProject().Greeting("""
            tests:
              - { name: first, expect: [{ contains: Grace }], sample: Hello Ada. }
              - { name: second, expect: [{ contains: Grace }], sample: Hello Ada. }
            """).Deploy();
        await project.Smoke();
        project.Greeting("""
            tests:
              - { name: first, expect: [{ contains: Ada }], sample: Hello Ada. }
              - { name: second, expect: [{ contains: Grace }], sample: Hello Ada. }
            """);

        var first = await project.Smoke(options => options with { Selection = new() { Filter = "first" } });
        var again = await project.Smoke(options => options with { LastFailed = true });

        first.Output.Should().Contain("1 case: 1 passed");
        again.Output.Should().Contain("1 case: 1 failed").And.Contain("greeting / second");
    }

    [Fact]
    public async Task Without_an_earlier_run_there_is_nothing_to_repeat()
    {
        await using var project = await new SmokeProject().Greeting().Deploy();

        var run = await project.Smoke(options => options with { LastFailed = true });

        (run.Exit, run.Error).Should().Be(
            (ExitCode.Failure, "There is no earlier run of 'dev'. Run it once without --last-failed."));
    }

    [Fact]
    public async Task Only_what_changed_since_a_revision_is_run_and_the_flows_that_call_it()
    {
        await using var project = new SmokeProject().Greeting();
        project.Files.Write("prompts/other.yaml", project.Files.Read("prompts/greeting.yaml"));
        project.Files.Write("prompts/chat.yaml", Flow);
        project.Files.Commit("Two prompts and a flow");
        project.Files.Write("prompts/greeting.yaml", project.Files.Read("prompts/greeting.yaml").Replace(
            "warmly", "kindly", StringComparison.Ordinal));
        await project.Deploy();

        var file = Path.Combine(project.Files.Path, "r.json");
        var changed = await project.Smoke(options => options with { ChangedSince = "HEAD", Outputs = [file] });
        project.Files.Commit("Kinder");
        var nothing = await project.Smoke(options => options with { ChangedSince = "HEAD" });

        changed.Exit.Should().Be(ExitCode.Success, changed.Output + changed.Error);
        project.Files.Read("r.json").Should().Contain("\"model\": \"amazon.nova-lite-v1:0\"");
        changed.Output.Should().Contain("passed  greeting").And.Contain("passed  chat").And.NotContain("other");
        nothing.Exit.Should().Be(ExitCode.Failure);
        nothing.Output.Should().StartWith("No case was selected");
    }

    private const string Flow = """
        kind: flow
        description: Greets a customer
        nodes:
          Name: { type: Input, output: String }
          Greet:
            type: Prompt
            prompt: greeting
            inputs: { customer_name: Name.document }
          Greeting: { type: Output, inputs: { document: Greet.modelCompletion } }
        tests:
          - name: greets
            given: { document: Ada }
            expect: [{ icontains: ada }, { flow-path: [Name, Greet, Greeting] }, { flow-completed: true }]

        """;
}
