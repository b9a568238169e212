using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class PolicyCommandTests
{
    [Theory]
    [InlineData("deployer", "--without-boundary")]
    [InlineData("boundary")]
    [InlineData("smoke")]
    public async Task A_policy_of_a_sample_stack_is_as_recorded(string policy, params string[] options)
    {
        var run = await PromptsConsole.Run(
            Repository.Samples, ["policy", policy, "--stack", "dev", "--account", "123456789012", .. options]);

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        Recorded.Equal($"policies/{policy}-dev.json", run.Output);
    }

    [Fact]
    public async Task A_deployer_whose_roles_have_no_bounds_is_printed_only_to_whoever_accepts_it()
    {
        var run = await PromptsConsole.Run(Repository.Samples, "policy", "deployer", "--stack", "dev");

        run.Exit.Should().Be(ExitCode.Failure);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("prompts policy boundary --stack dev").And.Contain("--without-boundary");
    }

    [Fact]
    public async Task Without_an_account_the_console_says_how_to_name_it()
    {
        var run = await PromptsConsole.Run(
            Repository.Samples, "policy", "deployer", "--stack", "dev", "--without-boundary");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        run.Output.Should().Contain("arn:aws:ssm:us-east-1:*:parameter/bedrock-prompts/dev/*");
        run.Error.Should().Contain("--account");
    }

    [Theory]
    [InlineData("--account", "12")]
    [InlineData("--stack", "nowhere")]
    public async Task A_wrong_command_line_leaves_the_output_empty(params string[] options)
    {
        var run = await PromptsConsole.Run(Repository.Samples, ["policy", "deployer", .. options]);

        run.Exit.Should().Be(ExitCode.Failure);
        run.Output.Should().BeEmpty();
    }
}
