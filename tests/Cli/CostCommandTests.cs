using System.Text.Json.Nodes;
using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class CostCommandTests : IDisposable
{
    private readonly TemporaryFolder _files = new();

    public CostCommandTests()
    {
        _files.Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n");
        _files.Write("Pulumi.dev.yaml", "config:\n  aws:region: us-east-1\n  bedrock-prompts:default: draft\n");
        Prompt("greeting", "amazon.nova-lite-v1:0", "{ maxTokens: 120 }");
    }

    public void Dispose() => _files.Dispose();

    /// <summary>2,400 letters are 400 to 800 tokens. 1,000 calls read 400,000 to 800,000 for $0.06 a million: $0.024 to
    /// $0.048. They write up to 120,000 for $0.24 a million: $0.0288.</summary>
    [Fact]
    public async Task Nova_Lite_costs_what_a_hand_calculates()
    {
        var run = await Run();

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        run.Output.Should().StartWith("US dollars for 1,000 calls\n  greeting  $0.024 to $0.0768\n");
    }

    [Fact]
    public async Task The_calls_of_a_month_are_multiplied()
    {
        _files.Write("calls.csv", "name,calls\ngreeting,250000\nstranger,5\n");

        var text = await Run("--calls", "calls.csv");
        var json = JsonNode.Parse((await Run("--calls", "calls.csv", "--format", "json")).Output)!;
        var markdown = await Run("--calls", "calls.csv", "--format", "markdown");

        text.Output.Should().Contain("A month: $6.00 to $19.20");
        text.Error.Should().Be("calls.csv: stack dev serves no prompt 'stranger'.\n");
        json["leastPerMonth"]!.GetValue<decimal>().Should().Be(6m);
        json["mostPerMonth"]!.GetValue<decimal>().Should().Be(19.2m);
        markdown.Output.Should().Contain(
            "| greeting | `amazon.nova-lite-v1:0` | $0.024 to $0.0768 | 250000 | $6.00 to $19.20 |");
    }

    [Fact]
    public async Task What_is_unknown_is_listed_and_never_zero()
    {
        Prompt("riddle", "vendor.new-v1:0", "{ maxTokens: 9 }");
        Prompt("story", "amazon.nova-micro-v1:0", "{ temperature: 0.5 }");
        _files.Write("calls.csv", "riddle,1000\ngreeting,1000\n");

        var text = await Run("--calls", "calls.csv");
        var json = JsonNode.Parse((await Run("--calls", "calls.csv", "--format", "json")).Output)!;

        text.Output.Should().Contain("riddle    unknown (no price of vendor.new-v1:0 is known); 1,000 a month: unknown")
            .And.Contain("to unbounded (no maxTokens: each call reserves 10,000 tokens of the quota)")
            .And.Contain("A month: $0.024 to unknown, without riddle")
            .And.NotContain("$0 ");
        json["unknown"]!.AsArray().Select(name => name!.GetValue<string>()).Should().Equal("riddle");
        json["prompts"]![1]!.AsObject().Should()
            .NotContainKeys("leastPer1000Calls", "mostPer1000Calls", "mostPerMonth");
        json.AsObject().Should().NotContainKey("mostPerMonth");
    }

    [Fact]
    public async Task A_price_that_the_stack_states_is_taken()
    {
        _files.Write("Pulumi.dev.yaml", """
            config:
              aws:region: us-east-1
              bedrock-prompts:default: draft
              bedrock-prompts:models: { vendor.new-v1:0: { prices: [{ input: 1, output: 2 }] } }

            """);
        Prompt("greeting", "vendor.new-v1:0", "{ maxTokens: 100 }");

        (await Run()).Output.Should().Contain("greeting  $0.4 to $1.00");
    }

    [Theory]
    [InlineData("greeting;5")]
    [InlineData("greeting,-5")]
    [InlineData("greeting,5\ngreeting,6")]
    public async Task Calls_that_cannot_be_read_are_said(string calls)
    {
        _files.Write("calls.csv", calls);

        var run = await Run("--calls", "calls.csv");

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().Contain("write each name once");
        run.Output.Should().BeEmpty();
    }

    private void Prompt(string name, string model, string inference) => _files.Write(
        $"prompts/{name}.yaml", $"model: {model}\ninference: {inference}\ntext: {new string('a', 2400)}\n");

    private Task<ConsoleRun> Run(params string[] args) => PromptsConsole.Run(_files.Path, ["cost", "dev", .. args]);
}
