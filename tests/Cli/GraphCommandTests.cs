using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class GraphCommandTests
{
    [Theory]
    [InlineData("customer-service")]
    [InlineData("support-triage")]
    [InlineData("review-digest")]
    [InlineData("order-assistant")]
    public async Task A_sample_flow_looks_as_recorded(string flow)
    {
        var run = await PromptsConsole.Run(Repository.Samples, "graph", flow);

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        Recorded.Equal($"graphs/{flow}.mmd", run.Output);
    }

    [Fact]
    public async Task A_stack_draws_its_prompts_with_their_releases()
    {
        var run = await PromptsConsole.Run(Repository.Samples, "graph", "support-triage", "--stack", "prod");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        run.Output.Should().Contain("<br>billing-answer@1\"");
    }

    [Fact]
    public async Task A_revision_colours_what_changed_since()
    {
        using var repository = new TemporaryRepository();
        repository.Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n")
            .Write("prompts/echo.yaml", Flow("Answer"))
            .Commit("a flow");
        repository.Write("prompts/echo.yaml", Flow("Echo"));

        var run = await PromptsConsole.Run(repository.Path, "graph", "echo", "--against", "HEAD");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        run.Output.Should().Contain("  class n2 added\n").And.Contain("  class n3 removed\n");
    }

    [Fact]
    public async Task A_flow_that_is_new_since_a_revision_is_drawn_as_it_is()
    {
        using var repository = new TemporaryRepository();
        repository.Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n").Commit("nothing yet");
        repository.Write("prompts/echo.yaml", Flow("Echo"));

        var run = await PromptsConsole.Run(repository.Path, "graph", "echo", "--against", "HEAD");

        run.Output.Should().Be("flowchart TD\n  n1([\"Message\"])\n  n2>\"Echo\"]\n  n1 --> n2\n");
    }

    [Theory]
    [InlineData("prompts: 'greeting-email' is a prompt: only flows have a graph.\n", "greeting-email")]
    [InlineData("prompts: The stack 'prod' serves no flow 'greeting-email'.\n", "greeting-email", "--stack", "prod")]
    [InlineData("prompts: There is no prompts/support-triag.yaml. Did you mean 'support-triage'?\n", "support-triag")]
    public async Task What_cannot_be_drawn_is_one_line(string message, params string[] args)
    {
        var run = await PromptsConsole.Run(Repository.Samples, ["graph", .. args]);

        run.Should().Be(new ConsoleRun(ExitCode.Failure, "", message));
    }

    private static string Flow(string output) => $$"""
        kind: flow
        description: Says what it hears
        nodes:
          Message: { type: Input, output: String }
          {{output}}: { type: Output, inputs: { document: Message.document } }

        """;
}
