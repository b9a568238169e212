using FluentAssertions;
using Infra.Cli;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class SmokeCommandTests
{
    [Theory]
    [InlineData("'0' should be a whole number from 1 to 64.", "-j", "0")]
    [InlineData("'often' should be a whole number from 1 to 100.", "--repeat", "often")]
    [InlineData("'5' should be a time up to an hour: 800ms, 5s, 2m.", "--timeout", "5")]
    [InlineData("'2h' should be a time up to an hour: 800ms, 5s, 2m.", "--budget", "2h")]
    [InlineData("--price cheap: write it as <model>=", "--price", "cheap")]
    [InlineData("Argument 'guess' not recognized. Must be one of:", "--aliases", "guess")]
    [InlineData("--output r.txt: a report ends with .json, .junit.xml or .md.", "-o", "r.txt")]
    [InlineData("There is no stack 'lost'", "--compare", "lost")]
    [InlineData("--compare dev: this is the stack that is tested", "--compare", "dev")]
    public async Task What_cannot_be_meant_is_exit_2(string message, params string[] arguments)
    {
        await using var project = new SmokeProject().Greeting();

        var run = await PromptsConsole.Run(project.Files.Path, ["smoke", "dev", "--local", .. arguments]);

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().Contain(message);
        run.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task Definitions_that_are_wrong_are_exit_1_before_anything_is_called()
    {
        await using var project = new SmokeProject().Greeting("""
            tests:
              - { name: greets, given: { nobody: Ada }, expect: [{ contains: Ada }] }
            """);
        await PromptsConsole.Run(project.Files.Path, "up", "dev", "--local");

        var run = await PromptsConsole.Run(project.Files.Path, "smoke", "dev", "--local");

        run.Exit.Should().Be(ExitCode.Problems);
        run.Error.Should().Contain("error PRM323: The prompt declares no variable 'nobody'");
    }

    [Fact]
    public async Task Nothing_deployed_says_what_to_run_first()
    {
        await using var project = new SmokeProject().Greeting();

        var run = await PromptsConsole.Run(project.Files.Path, "smoke", "dev", "--local");

        run.Exit.Should().Be(ExitCode.Failure);
        run.Error.Should().Contain("Run 'prompts up dev --local' first.");
    }
}
