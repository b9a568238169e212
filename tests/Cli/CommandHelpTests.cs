using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

/// <summary>The console's help.</summary>
public sealed class CommandHelpTests
{
    [Fact]
    public async Task Help_groups_the_commands_by_what_they_are_for()
    {
        var run = await PromptsConsole.Run(Repository.Samples, "--help");

        run.Exit.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Split('\n').Where(line => line.Length > 0 && line[0] != ' ').Should().Equal(
            "Prompts as infrastructure on AWS Bedrock: check, plan, release, promote and try prompts.",
            "Usage: prompts <command> [options]", "Write", "Release", "Run", "Set up", "With every command",
            "'prompts <command> --help' shows how it is called.");
        run.Output.Should().MatchRegex("\n  validate +Check every definition").And.Contain("--cwd <folder>");
    }

    [Fact]
    public async Task Alone_it_lists_its_commands_on_a_few_lines()
    {
        var run = await PromptsConsole.Run(Repository.Samples);

        run.Exit.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith("Write    validate, explain, import, ").And.EndWith(
            "'prompts --help' says what each command does.\n");
        run.Error.Split('\n').Should().HaveCount(6);
    }

    [Theory]
    [InlineData("valdate", "prompts: There is no command 'valdate'. Did you mean 'prompts validate'?\n")]
    [InlineData("rolback", "prompts: There is no command 'rolback'. Did you mean 'prompts rollback'?\n")]
    public async Task A_mistyped_command_is_answered_by_the_nearest(string word, string said)
    {
        var run = await PromptsConsole.Run(Repository.Samples, word, "dev");

        run.Should().Be(new ConsoleRun(2, "", said + "'prompts --help' says what each command does.\n"));
    }

    [Fact]
    public async Task A_word_that_is_near_to_none_is_answered_by_all()
    {
        var run = await PromptsConsole.Run(Repository.Samples, "frobnicate");

        run.Exit.Should().Be(2);
        run.Error.Should().StartWith("prompts: There is no command 'frobnicate'.\nWrite ");
    }

    [Fact]
    public async Task A_command_that_is_called_wrongly_says_what_is_wrong_and_nothing_twice()
    {
        var run = await PromptsConsole.Run(Repository.Samples, "promote", "a");
        var inner = await PromptsConsole.Run(Repository.Samples, "policy", "smoke");

        run.Exit.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith("prompts: ").And.Contain("--stack").And.EndWith(
            "'prompts promote --help' shows how it is called.\n");
        run.Error.Split('\n').Should().HaveCount(3);
        inner.Error.Should().EndWith("'prompts policy smoke --help' shows how it is called.\n");
    }

    [Fact]
    public async Task A_commands_own_help_is_as_ever()
    {
        var run = await PromptsConsole.Run(Repository.Samples, "promote", "--help");

        run.Exit.Should().Be(0);
        run.Output.Should().Contain("Usage:").And.Contain("--stack");
    }
}
