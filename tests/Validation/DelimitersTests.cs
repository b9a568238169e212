using FluentAssertions;
using Infra.Validation;
using Xunit;

namespace Infra.Tests.Validation;

public sealed class DelimitersTests
{
    [Theory]
    [InlineData("<ticket>\n{{X}}\n</ticket>")]
    [InlineData("<doc id=\"1\"><text>{{X}}</text></doc>")]
    [InlineData("<a><b>text</b> {{X}}</a>")]
    [InlineData("[INPUT]{{X}}[/INPUT]")]
    [InlineData("```json\n{{X}}\n```")]
    [InlineData("Text:\n\"\"\"\n{{X}}\n\"\"\"")]
    [InlineData("He wrote \"{{X}}\" today.")]
    [InlineData("He wrote '{{X}}' today.")]
    [InlineData("He wrote “Dear all, {{X}}” today.")]
    [InlineData("{\"text\": \"{{X}}\"}")]
    public void Between_tags_fences_and_quotes_a_place_is_set_apart(string text) =>
        FirstOutside(text).Should().BeNull();

    [Theory]
    [InlineData("Answer {{X}} now.")]
    [InlineData("<ticket></ticket> {{X}}")]
    [InlineData("<br> {{X}}")]
    [InlineData("</a> {{X}} <a>")]
    [InlineData("```\ncode\n``` {{X}}")]
    [InlineData("``` {{X}}")]
    [InlineData("A 5\" disk.\n{{X}} and 3\" more")]
    [InlineData("It's {{X}} isn't it")]
    [InlineData("\"quoted\" {{X}} \"quoted\"")]
    [InlineData("a < b {{X}} c > d")]
    [InlineData("[note] {{X}} [/note]")]
    public void Elsewhere_it_is_not(string text) =>
        FirstOutside(text).Should().Be(text.IndexOf("{{X}}", StringComparison.Ordinal));

    private static int? FirstOutside(string text) =>
        Delimiters.FirstOutside(text, [text.IndexOf("{{X}}", StringComparison.Ordinal)]);
}
