using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Xunit;

namespace Infra.Tests.Definitions.Yaml;

public sealed class YamlStumblesTests
{
    [Theory]
    [InlineData("text: !<> x\n", 1)]
    [InlineData("a: 1\ntext: !<> { a: b }\n", 2)]
    [InlineData("%TAG !e! \n---\ntext: x\n", 1)]
    [InlineData("%TAG ! \n---\ntext: x\n", 1)]
    [InlineData("%TAG !e!\n---\ntext: !e!x y\n", 1)]
    [InlineData("text: \"\\UFFFFFFFF\"\n", 1)]
    [InlineData("text: !\n", 1)]
    [InlineData("text: !<\n", 1)]
    [InlineData("%YAML 99999999999999999999.1\n---\ntext: x\n", 1)]
    public void What_the_parser_stumbles_over_is_a_problem_at_its_place(string yaml, int line)
    {
        var report = new List<Diagnostic>();

        YamlCursor.Read(new SourceText("a.yaml", yaml), report);

        Assert.All(report, problem => Assert.InRange(problem.At.Line, line, line + 1));
        if (!yaml.Contains("!\n", StringComparison.Ordinal))
        {
            Assert.NotEmpty(report);
        }
    }

    /// <summary>Valid by YAML's grammar, or nearly; parsers do not agree.</summary>
    [Theory]
    [InlineData("a: 1\ntext: |\n   \n\n", 3)]
    [InlineData("a: 1\ntext: >\n\n   \nb: 2\n", 4)]
    [InlineData("a: 1\ntext: |\n    \n  Hello\n", 3)]
    public void Blanks_at_the_start_of_a_block_are_said_where_they_stand(string yaml, int line)
    {
        var report = new List<Diagnostic>();

        YamlCursor.Read(new SourceText("a.yaml", yaml), report);

        var problem = Assert.Single(report);
        Assert.Equal((new Location("a.yaml", line, 1), "PRM003"), (problem.At, problem.Code));
        Assert.StartsWith("This line at the start of a text block", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: 1\ntext: |\n\n\nb: 2\n")]
    [InlineData("a: 1\ntext: |\n\n  Hello\n    \n")]
    public void Empty_lines_and_blanks_after_the_text_are_not(string yaml)
    {
        var report = new List<Diagnostic>();

        YamlCursor.Read(new SourceText("a.yaml", yaml), report);

        Assert.Empty(report);
    }
}
