using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class PolicyCommandTests
{
    [Theory]
    [InlineData("project", "dev", "deployer", "--without-boundary")]
    [InlineData("project", "dev", "boundary")]
    [InlineData("project", "dev", "smoke")]
    [InlineData("project", "dev", "reader")]
    [InlineData("everything", "dev", "deployer", "--without-boundary")]
    [InlineData("everything", "prod", "deployer", "--without-boundary")]
    [InlineData("everything", "prod", "boundary")]
    [InlineData("everything", "prod", "smoke")]
    [InlineData("everything", "prod", "reader")]
    public async Task A_policy_of_a_sample_stack_is_as_recorded(
        string project, string stack, string policy, params string[] options)
    {
        var run = await PromptsConsole.Run(
            Repository.Path("tests", "Samples", project),
            ["policy", policy, "--stack", stack, "--account", "123456789012", .. options]);

        run.Exit.Should().Be(ExitCode.Success, run.Error);
        Recorded.Equal($"policies/{project}/{stack}/{policy}.json", run.Output);
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
