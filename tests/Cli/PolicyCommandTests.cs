using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class PolicyCommandTests
{
    [Fact]
    public async Task The_deployers_policy_of_a_sample_stack_is_as_recorded()
    {
        var run = await PromptsConsole.Run(
            Repository.Samples, "policy", "deployer", "--stack", "dev", "--account", "123456789012");

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        Recorded.Equal("policies/deployer-dev.json", run.Output);
    }

    [Fact]
    public async Task Without_an_account_the_console_says_how_to_name_it()
    {
        var run = await PromptsConsole.Run(Repository.Samples, "policy", "deployer", "--stack", "dev");

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
