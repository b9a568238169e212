using FluentAssertions;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Values;

public sealed class EmbeddedJsonTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("\"quoted\" \\ / <b> & 'single' +")]
    [InlineData("tab\t line\n return\r null\0 delete\u007f")]
    [InlineData("日本語 ü \U0001F600 \u2028 \u00a0 \ufeff")]
    public void What_is_known_is_one_text_in_the_canonical_spelling(string text)
    {
        Value[] values =
        [
            text,
            Map((text, text), ("list", List(text, List(), Map())), ("null", new Value.Null())),
            Document(List(true, false, 0.9990000128746033m, -1, 100, Document(text))),
        ];

        foreach (var value in values)
        {
            EmbeddedJson.Of(value).Should().Be((Value)CanonicalJson.Compact(value));
        }
    }

    [Fact]
    public void What_only_the_cloud_knows_stays_a_part_of_its_own()
    {
        var arn = new Value.Ref("greeting", "Arn");

        var text = (Value.Join)EmbeddedJson.Of(Map(("Resource", List(Join(arn, ":\"*"), Region)), ("Sid", "x")));

        text.Parts.Should().Equal("{\"Resource\":[\"", arn, ":\\\"*\",\"", Region, "\"],\"Sid\":\"x\"}");
    }
}
