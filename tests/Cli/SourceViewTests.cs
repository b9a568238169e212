using FluentAssertions;
using Infra.Cli;
using Infra.Cli.Explaining;
using Infra.Diagnostics;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Cli;

public sealed class SourceViewTests
{
    [Fact]
    public void Each_problem_stands_above_its_line_under_the_name_of_its_file() =>
        View("a: 1\r\ntext: Dear {{nmae}}\n", At(1, 1, Severity.Warning), At(2, 12))
            .Should().Be("""
                prompts/a.yaml
                  1:1 warning PRM999: Wrong. Mend it.
                      1 | a: 1
                        | ^

                  2:12 error PRM999: Wrong. Mend it.
                      2 | text: Dear {{nmae}}
                        |            ^


                """);

    [Fact]
    public void The_caret_stands_under_the_sign_whatever_stands_before_it() =>
        Caret("\t日本é\u200b: x", 7).Should().Be("    | " + new string(' ', 8) + "^");

    [Fact]
    public void A_long_line_is_cut_around_the_place()
    {
        var shown = View(new string('a', 300) + "!" + new string('b', 300), At(1, 301)).Split('\n');

        shown[2].Should().Be("      1 | ... " + new string('a', 40) + "!" + new string('b', 59) + " ...");
        shown[3].IndexOf('^').Should().Be(shown[2].IndexOf('!'));
    }

    [Fact]
    public void What_cannot_be_shown_is_not_shown()
    {
        View("", At(1, 1)).Should().Be("prompts/a.yaml\n  1:1 error PRM999: Wrong. Mend it.\n\n");
        View("a", At(7, 1)).Should().EndWith("Mend it.\n\n");
        View("key: AKIAQYLPMN5HTSTFPZA7", At(1, 6)).Should().NotContain("AKIA");
        View("a \u001b[2J", At(1, 1)).Should().NotContain("\u001b");
    }

    [Fact]
    public void Colour_marks_the_severity() =>
        new SourceView(_ => "a", IsColoured: true).Render([At(1, 1)])
            .Should().Contain("\e[1;31merror PRM999\e[0m: Wrong. Mend it.").And.EndWith("\e[1;31m^\e[0m\n\n");

    [Theory]
    [InlineData(false, null, false)]
    [InlineData(true, null, true)]
    [InlineData(true, "1", false)]
    [InlineData(true, "", true)]
    public void Colours_are_for_terminals_of_people_who_want_them(bool isTerminal, string? noColor, bool coloured) =>
        new Host(TextWriter.Null, TextWriter.Null, "")
        {
            IsErrorTerminal = isTerminal,
            Variable = name => name == "NO_COLOR" ? noColor : null,
        }.IsColoured.Should().Be(coloured);

    [Fact]
    public async Task Validate_shows_lines_to_people_and_one_line_each_to_programs()
    {
        using var project = new TemporaryFolder();
        project.Write("Pulumi.yaml", "name: bedrock-prompts\nruntime: dotnet\n");
        project.Write(
            "prompts/greeting.yaml",
            "model: amazon.nova-lite-v1:0\ninference: { maxTokens: 9 }\ntext: Hi {{nmae}}\n");

        (await Error(project, isTerminal: false)).Should()
            .MatchRegex(@"^prompts/greeting\.yaml\(3,10\): error PRM012: .*\n1 error\.\n$");
        (await Error(project, isTerminal: true)).Should().StartWith("prompts/greeting.yaml\n  3:10 error PRM012: ")
            .And.EndWith("      3 | text: Hi {{nmae}}\n        |          ^\n\n"
                + "'prompts explain PRM012' says more about a code.\n1 error.\n");
    }

    private static async Task<string> Error(TemporaryFolder project, bool isTerminal)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var host = new Host(TextWriter.Null, error, project.Path)
        {
            IsErrorTerminal = isTerminal,
            AsOf = new(2026, 11, 27),
            Variable = name => name == "NO_COLOR" ? "1" : null,
        };
        await CommandLine.Run(["validate"], host);
        return error.ToString();
    }

    private static string Caret(string line, int column) =>
        View(line, At(1, column)).Split('\n')[3][4..];

    private static string View(string text, params Diagnostic[] diagnostics) =>
        new SourceView(_ => text, IsColoured: false).Render(diagnostics);

    private static Diagnostic At(int line, int column, Severity severity = Severity.Error) =>
        new(new("prompts/a.yaml", line, column), severity, "PRM999", "Wrong. Mend it.");
}
