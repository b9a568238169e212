using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

/// <summary>The console and the local Bedrock agree about models that are unknown, and about facts that a stack
/// corrects.</summary>
public sealed class StatedModelTests : IDisposable
{
    private const string Ended = "anthropic.claude-3-haiku-20240307-v1:0";
    private const string ByProfile = "anthropic.claude-haiku-4-5-20251001-v1:0";

    private readonly TemporaryFolder _files = new();

    public StatedModelTests() => _files.Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n");

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_model_nobody_knows_plans_deploys_and_smokes_with_one_note()
    {
        Stack();
        Prompt("vendor.new-v1:0", "{ maxTokens: 9 }");

        var plan = await Run("plan", "dev");
        var up = await Run("up", "dev", "--local");
        var smoke = await Run("smoke", "dev", "--local");

        foreach (var run in new[] { plan, up, smoke })
        {
            run.Exit.Should().Be(ExitCode.Success, run.Error);
            string[] said = [.. run.Error.Split('\n').Where(line => line.Contains("PRM", StringComparison.Ordinal))];
            said.Should().HaveCountLessThanOrEqualTo(1);
            said.Where(line => !line.Contains("warning PRM418", StringComparison.Ordinal)).Should().BeEmpty();
        }

        plan.Error.Should().Contain("PRM418");
    }

    [Theory]
    [InlineData(Ended, "lifecycle: { eol: 2027-12-31 }")]
    [InlineData(ByProfile, "onDemand: [us-east-1]")]
    public async Task What_a_stack_corrects_is_neither_found_nor_refused(string model, string facts)
    {
        Prompt(model, "{ maxTokens: 9 }");
        Stack();
        var (wrong, refused) = (await Run("validate"), await Smoked());
        Stack($"models: {{ {model}: {{ {facts} }} }}");
        var (right, taken) = (await Run("validate"), await Smoked());

        wrong.Exit.Should().Be(ExitCode.Problems);
        refused.Exit.Should().NotBe(ExitCode.Success);
        right.Exit.Should().Be(ExitCode.Success, right.Error);
        taken.Exit.Should().Be(ExitCode.Success, taken.Error + taken.Output);
    }

    [Fact]
    public async Task What_a_stack_states_of_a_new_model_is_found_and_refused()
    {
        Stack("models: { vendor.new-v1:0: { parameters: { temperature: false } } }");
        Prompt("vendor.new-v1:0", "{ temperature: 0.5, maxTokens: 9 }");

        var validate = await Run("validate");

        validate.Exit.Should().Be(ExitCode.Problems);
        validate.Error.Should().Contain("PRM409");
    }

    private async Task<ConsoleRun> Smoked()
    {
        await Run("up", "dev", "--local");
        return await Run("smoke", "dev", "--local");
    }

    private void Stack(string setting = "retain: 5") => _files.Write(
        "Pulumi.dev.yaml",
        $"config:\n  aws:region: us-east-1\n  bedrock-prompts:default: draft\n  bedrock-prompts:{setting}\n");

    private void Prompt(string model, string inference) => _files.Write("prompts/greeting.yaml", $$$"""
        description: Greets
        model: {{{model}}}
        inference: {{{inference}}}
        text: Hi
        tests: [{ name: greets, expect: [{ contains: Ada }], sample: Hello Ada. }]

        """);

    private Task<ConsoleRun> Run(params string[] args) => PromptsConsole.Run(_files.Path, args);
}
