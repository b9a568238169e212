using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class SampleToolTests
{
    private const string Prompt = """
        description: Looks the order of a customer up
        model: amazon.nova-lite-v1:0
        inference: { maxTokens: 100 }
        messages: [{ user: "Where is order {{order_id}}?" }]
        tools:
          - name: find_order
            description: Finds an order
            inputSchema: { type: object, properties: { id: { type: string } } }
        variables:
          order_id: { description: The order, example: ORD-1 }
        tests:
          - name: looks the order up
            expect: [{ tool-called: { name: find_order, input: { id: ORD-1 } } }]
            sample: { tool: find_order, input: { id: ORD-1 } }
          - name: says so when it is told
            given: { order_id: ORD-2 }
            expect: [{ tool-called: find_order }, { contains: Looking }]
            sample: { tool: find_order, input: { id: ORD-2 }, text: Looking ... }

        """;

    [Fact]
    public async Task A_sample_that_calls_a_tool_passes_locally()
    {
        await using var project = new SmokeProject();
        project.Files.Write("prompts/order-finder.yaml", Prompt);
        await project.Deploy();

        var run = await project.Smoke();

        run.Exit.Should().Be(ExitCode.Success, run.Error);
    }

    [Fact]
    public async Task A_sample_that_calls_another_tool_is_said_offline()
    {
        await using var project = new SmokeProject();
        project.Files.Write("prompts/order-finder.yaml", Prompt.Replace(
            "sample: { tool: find_order, input: { id: ORD-1 } }",
            "sample: { tool: find_order, input: { id: ORD-9 } }",
            StringComparison.Ordinal));

        var run = await PromptsConsole.Run(project.Files.Path, "validate");

        run.Exit.Should().Be(ExitCode.Problems);
        run.Error.Should().Contain("PRM321");
    }
}
