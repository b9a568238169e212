using FluentAssertions;
using Infra.Definitions;
using Infra.Definitions.Prompts;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Definitions;

public sealed class PromptReaderTests
{
    [Fact]
    public void A_variable_inside_a_block_is_found_where_it_stands()
    {
        var prompt = Read("""
            model: m
            text: |2

                Dear {{name}},
              order {{order_id}}.
            """);

        var template = prompt.Body.Templates.Single();

        template.Text.Should().Be("\n  Dear {{name}},\norder {{order_id}}.");
        template.Uses.Select(use => template.Locate(use.Offset).ToString())
            .Should().Equal("prompts/sample.yaml(4,10)", "prompts/sample.yaml(5,9)");
    }

    [Fact]
    public void A_variable_inside_quotes_is_found_behind_escapes()
    {
        var template = Read("""text: "a\tb {{one}} \"{{two}}\"" """).Body.Templates.Single();

        template.Uses.Select(use => template.Locate(use.Offset).Column).Should().Equal(13, 23);
    }

    [Fact]
    public void A_partial_expands_in_place_and_keeps_its_own_places()
    {
        var tree = new MemoryTree(
            ("prompts/sample.yaml", "text: |\n  Hi {{a}}.\n  {{> style}}\n  Bye {{c}}.\n"),
            ("prompts/partials/style.md", "Be\nkind to {{b}}.\n"));

        var template = Catalog.Read(tree).Value!.Prompts.Single().Body.Templates.Single();

        template.Text.Should().Be("Hi {{a}}.\nBe\nkind to {{b}}.\nBye {{c}}.\n");
        template.Uses.Select(use => template.Locate(use.Offset).ToString()).Should().Equal(
            "prompts/sample.yaml(2,6)", "prompts/partials/style.md(2,9)", "prompts/sample.yaml(4,7)");
    }

    [Fact]
    public void Words_that_yaml_once_took_for_flags_stay_texts()
    {
        var prompt = Read("text: t\nmetadata: { answer: no, version: 1.0, on: off }\n");

        prompt.Metadata.Select(entry => $"{entry.Name.Value}={entry.Text.Value}").Should()
            .Equal("answer=no", "version=1.0", "on=off");
    }

    private static Prompt Read(string yaml)
    {
        var (catalog, diagnostics) = Catalog.Read(new MemoryTree(("prompts/sample.yaml", yaml)));
        diagnostics.Should().BeEmpty();
        return catalog!.Prompts.Single();
    }
}
