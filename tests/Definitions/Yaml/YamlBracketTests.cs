using FluentAssertions;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Xunit;

namespace Infra.Tests.Definitions.Yaml;

public sealed class YamlBracketTests
{
    [Theory]
    [InlineData("x:\n  a: [1,\n2]\n", 3)]
    [InlineData("x:\n  a: { \nlive: 1 }\n", 3)]
    [InlineData("x:\n  y: { z\nlive: 1 }\n", 3)]
    public void A_line_inside_brackets_that_is_not_indented_is_reported_where_it_starts(string text, int line)
    {
        var report = new List<Diagnostic>();

        YamlCursor.Read(new("a.yaml", text), report).Should().BeNull();

        report.Should()
            .Equal(Problems.YamlSyntax(
            new("a.yaml", line, 1), "inside [ ] or { } a line starts too far to the left", ""));
    }
}
