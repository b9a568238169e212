using FluentAssertions;
using Infra.Cli;
using Infra.Cli.Explaining;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class ExplainCommandTests
{
    [Theory]
    [InlineData("PRM012")]
    [InlineData("prm012")]
    [InlineData("12")]
    public async Task A_code_is_explained_however_it_is_typed(string code)
    {
        var run = await PromptsConsole.Run(Repository.Samples, "explain", code);

        run.Exit.Should().Be(ExitCode.Success);
        run.Output.Should().StartWith("PRM012\n\nerror: ").And.Contain("\nWrong, in ").And.Contain("\nRight:\n")
            .And.Contain("\nWhat to do: ").And.NotContain("```").And.NotContain("**");
    }

    [Fact]
    public void The_console_explains_every_code() =>
        Explanations.Codes.Should()
            .Equal(ProblemMethods.All.Select(problem => problem.Example.Code).Distinct());

    [Theory]
    [InlineData("nothing", "'nothing'. Codes look like PRM012; infra/Problems.md lists them.")]
    [InlineData("PRN012", "'PRN012'. Did you mean PRM012?")]
    [InlineData("PRM00512", "'PRM00512'. Did you mean PRM001?")]
    public async Task A_code_that_there_is_not_names_the_nearest(string code, string said)
    {
        var run = await PromptsConsole.Run(Repository.Samples, "explain", code);

        run.Should().Be(new ConsoleRun(ExitCode.Failure, "", $"prompts: There is no problem {said}\n"));
    }

    [Fact]
    public async Task A_retired_code_is_said_to_be_retired() =>
        (await PromptsConsole.Run(Repository.Samples, "explain", "PRM256")).Output
            .Should().Be("PRM256 is retired: nothing reports it any more.\n");
}
