using FluentAssertions;
using Infra.Definitions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Definitions.Reading;

public sealed class PartialsTests
{
    [Fact]
    public void A_circle_is_one_problem_whoever_enters_it()
    {
        var diagnostics = Read(
            ("prompts/first.yaml", "text: \"{{> b}}\"\n"),
            ("prompts/second.yaml", "text: \"{{> c}} {{> a}}\"\n"),
            ("prompts/partials/a.md", "{{> b}}"),
            ("prompts/partials/b.md", "see {{> c}}"),
            ("prompts/partials/c.md", "\n and {{> a}}"));

        diagnostics.Should().Equal(
            "prompts/partials/c.md(2,6): error PRM017: The partials include each other in a circle: a > b > c > a. "
                + "Remove one of these includes.");
    }

    [Fact]
    public void A_partial_that_is_used_over_and_over_is_expanded_once()
    {
        // 10 uses of the one before, 40 deep: 10^40 paths, 40 expansions.
        var partials = Enumerable.Range(1, 40)
            .Select(i => ($"prompts/partials/p{i}.md", string.Concat(Enumerable.Repeat($"{{{{> p{i - 1}}}}}", 10))));

        var diagnostics =
            Read([("prompts/sample.yaml", "text: \"a{{> p40}}\"\n"), ("prompts/partials/p0.md", ""), .. partials]);

        diagnostics.Should().BeEmpty();
    }

    [Fact]
    public void Text_that_grows_with_every_partial_ends_in_an_error()
    {
        var partials = Enumerable.Range(1, 40)
            .Select(i => ($"prompts/partials/p{i}.md", string.Concat(Enumerable.Repeat($"{{{{> p{i - 1}}}}}", 10))));

        var diagnostics = Read(
            [("prompts/sample.yaml", "text: \"{{> p40}}\"\n"), ("prompts/partials/p0.md", "ten letter"), .. partials]);

        diagnostics.Should().ContainSingle().Which.Should().StartWith("prompts/partials/p6.md(1,1): error PRM011");
    }

    [Fact]
    public void Partials_that_all_contain_each_other_are_told_without_walking_every_path()
    {
        var all = string.Concat(Enumerable.Range(0, 20).Select(i => $"{{{{> p{i}}}}} "));

        var diagnostics = Read(
        [
            ("prompts/sample.yaml", "text: \"{{> p0}}\"\n"),
            .. Enumerable.Range(0, 20).Select(i => ($"prompts/partials/p{i}.md", all)),
        ]);

        diagnostics.Should().OnlyContain(diagnostic => diagnostic.Contains("PRM017", StringComparison.Ordinal))
            .And.NotBeEmpty();
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_not_called_missing()
    {
        var tree = new MemoryTree(
            ("prompts/sample.yaml", "text: { file: texts/a.md }\n"u8.ToArray()),
            ("prompts/texts/a.md", [0x41, 0xFF]));

        Catalog.Read(tree).Diagnostics.Select(diagnostic => $"{diagnostic}").Should().Equal(
            "prompts/texts/a.md(1,2): error PRM001: The file is not UTF-8 from here on. Save it as UTF-8.");
    }

    private static IEnumerable<string> Read(params (string Path, string Text)[] files) =>
        Catalog.Read(new MemoryTree(files)).Diagnostics.Select(diagnostic => $"{diagnostic}");
}
