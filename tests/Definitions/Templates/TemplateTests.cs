using FluentAssertions;
using Infra.Definitions.Templates;
using Infra.Definitions.Yaml;
using Xunit;

namespace Infra.Tests.Definitions.Templates;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("{{name}} and {{order-id}}", "name order-id")]
    [InlineData("""{"a": {"b": {{name}}}}""", "name")]
    [InlineData("{ {{ } }} {} {{name}}", "name")]
    [InlineData("{{a\n{{b}}", "b")]
    public void Variables_are_what_stands_between_double_braces(string text, string names) =>
        Parse(text).Uses.Select(use => use.Name).Should().Equal(names.Split(' '));

    [Theory]
    [InlineData("Dear {{name,", TemplateFaultKind.Unclosed, 5)]
    [InlineData("{{name, {{other}}", TemplateFaultKind.Unclosed, 0)]
    [InlineData("{{name\n}}", TemplateFaultKind.Unclosed, 0)]
    [InlineData("{{ name }}", TemplateFaultKind.Blanks, 0)]
    [InlineData("{{a--b}}", TemplateFaultKind.Malformed, 0)]
    [InlineData("{{}}", TemplateFaultKind.Malformed, 0)]
    [InlineData("{{{name}}}", TemplateFaultKind.Malformed, 0)]
    [InlineData("a {% if b %}", TemplateFaultKind.Statement, 2)]
    [InlineData("a {# b #}", TemplateFaultKind.Statement, 2)]
    [InlineData("{{#if b}}", TemplateFaultKind.Statement, 0)]
    [InlineData("{{> partial", TemplateFaultKind.Unclosed, 0)]
    public void What_looks_like_a_variable_and_is_none_is_told(string text, TemplateFaultKind kind, int offset) =>
        Parse(text).Faults.Select(fault => (fault.Kind, fault.Offset)).Should().Equal((kind, offset));

    [Theory]
    [InlineData("{ a: 1 }")]
    [InlineData("100 {%")]
    [InlineData("a }} b")]
    [InlineData("# Title {#anchor}")]
    [InlineData("{")]
    public void Other_braces_are_text(string text) =>
        Parse(text).Should().Match<Template>(template => template.Faults.IsEmpty && template.Uses.IsEmpty);

    private static Template Parse(string text) =>
        Template.Parse(TracedText.Of(new SourceText("a.md", text), new("a.md", 1, 1)));
}
