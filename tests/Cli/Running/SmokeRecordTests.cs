using System.Text.RegularExpressions;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli.Running;

/// <summary><c>smoke --record</c>: a sample is an answer that somebody saw.</summary>
public sealed class SmokeRecordTests
{
    private const string Answer = "Greet Ada warmly.";

    [Fact]
    public async Task An_answer_that_is_as_expected_becomes_the_sample_of_its_case_and_nothing_else_changes()
    {
        await using var project = await new SmokeProject().Greeting("""
            tests:
              # Names come from the shop.
              - name: greets by name   # a comment
                expect:
                  - contains: Ada
                sample: |
                  Hello Ada,
                  old.
                tags: [quick]
              - { name: in brackets, expect: [{ contains: Ada }] }
              - { name: not so, expect: [{ contains: Grace }] }
            """).Deploy();

        var run = await project.Smoke(options => options with { Record = true });

        run.Output.Should().Contain("prompts/greeting.yaml is written.")
            .And.Contain("Not recorded: greeting / not so: the answer did not pass.");
        Regex.Replace(Tests(project), "[0-9a-f]{8}", "00000000").TrimEnd().Should().Be("""
            tests:
              # Names come from the shop.
              - name: greets by name   # a comment
                expect:
                  - contains: Ada
                tags: [quick]
                sample: |
                  Hello Ada,
                  old.
                sampleOf: "00000000"
              - { name: in brackets, expect: [{ contains: Ada }], sample: "Hello Ada,\nold.\n", sampleOf: "00000000" }
              - { name: not so, expect: [{ contains: Grace }] }
            """);
    }

    [Fact]
    public async Task A_recorded_sample_replays_and_is_stale_once_the_content_is_another()
    {
        await using var project = await new SmokeProject().Greeting("""
            tests:
              - { name: greets by name, expect: [{ contains: Ada }] }
            """).Deploy();

        await project.Smoke(options => options with { Record = true });
        var recorded = Read(project);
        await project.Smoke(options => options with { Record = true });
        var again = Read(project);
        var fresh = await PromptsConsole.Run(project.Files.Path, "validate");
        project.Files.Write("prompts/greeting.yaml", recorded.Replace("warmly", "briefly"));
        var stale = await PromptsConsole.Run(project.Files.Path, "validate");

        recorded.Should().Contain($"{Answer}\", sampleOf: ");
        again.Should().Be(recorded);
        fresh.Error.Should().NotContain("PRM628");
        stale.Error.Should().Contain(
            "warning PRM628: The sample of 'greets by name' was recorded before the content changed");
    }

    [Fact]
    public async Task A_stale_sample_fails_where_that_is_asked_for()
    {
        await using var project = await new SmokeProject().Greeting("""
            tests:
              - { name: greets by name, expect: [{ contains: Ada }], sample: Hello Ada., sampleOf: 01234567 }
            """).Deploy();

        var told = await project.Smoke();
        var failed = await project.Smoke(options => options with { FailOnStale = true });

        told.Exit.Should().Be(ExitCode.Success);
        told.Error.Should().Contain("warning PRM628");
        failed.Exit.Should().Be(ExitCode.Problems);
        failed.Error.Should().Contain("error PRM628");
    }

    [Fact]
    public async Task A_value_that_is_secret_is_not_written()
    {
        await using var project = new SmokeProject();
        project.Files.Write("prompts/greeting.yaml", """
            description: Greets a customer
            model: amazon.nova-lite-v1:0
            text: Greet {{customer_name}} with <code>{{code}}</code>.
            variables:
              customer_name: { example: Ada }
              code: { example: hunter-2-hunter, secret: true }
            tests:
              - { name: greets, expect: [{ contains: Ada }] }
            """);
        await project.Deploy();

        var run = await project.Smoke(options => options with { Record = true });

        Read(project).Should().NotContain("with <code>hunter");
        run.Output.Should().NotContain("hunter-2-hunter");
    }

    [Fact]
    public async Task What_the_nodes_of_a_flow_answered_becomes_the_stubs_of_its_case()
    {
        await using var project = await new SmokeProject().Greeting().Order("""
            tests:
              - name: found
                given: { document: "7" }
                expect: [{ contains: Ada }]
                stubs: { Find: Ada, Never: left alone }   # by hand
            """).Deploy();

        var run = await project.Smoke(options => options with { Record = true });
        var recorded = project.Files.Read("prompts/order.yaml");
        var again = await project.Smoke(options => options with { Record = true });
        project.Files.Write("prompts/order.yaml", recorded.Replace("orders:1", "orders:2", StringComparison.Ordinal));
        var stale = await PromptsConsole.Run(project.Files.Path, "validate");

        run.Output.Should().Contain("prompts/order.yaml is written.");
        recorded.Should().Contain("    stubs:\n      Find: Ada\n").And.Contain("      Greet: Hello Ada.\n")
            .And.Contain("      Never: left alone\n").And.MatchRegex("sampleOf: \"?[0-9a-f]{8}");
        again.Output.Should().NotContain("order.yaml is written");
        stale.Error.Should().Contain("warning PRM628: The sample of 'found'");
    }

    [Fact]
    public async Task Where_no_model_is_called_nothing_is_recorded()
    {
        await using var project = new SmokeProject().Greeting();

        var run = await PromptsConsole.Run(project.Files.Path, "smoke", "dev", "--local", "--record");

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().Contain("--record cannot be combined with --local");
    }

    private static string Read(SmokeProject project) =>
        File.ReadAllText(Path.Combine(project.Files.Path, "prompts", "greeting.yaml"));

    private static string Tests(SmokeProject project) =>
        Read(project) is var text ? text[text.IndexOf("tests:", StringComparison.Ordinal)..] : "";
}
