using System.Text;
using FluentAssertions;
using Infra.Definitions.Yaml;
using Xunit;

namespace Infra.Tests.Definitions.Templates;

public sealed class ScalarPlacesTests
{
    [Theory]
    [InlineData("a: |\n  one\n\n  X {{b}}\n   Y\n  Z\n")]
    [InlineData("a: |2\n\n    X\n  Y\n   Z\n")]
    [InlineData("a: |-   # why\n  X\n\n\n  Y\n")]
    [InlineData("a:\n  - b\n  - |+\n      X\n\n      Y\n\n")]
    [InlineData("a: |\r\n  b\r\n  X\r\nc: 'Y'\r\n")]
    [InlineData("a: >\n  one two\n  X three\n\n  Y\n    more\n    Z indented\n  end\n")]
    [InlineData("a: >-\n\n\n  X\n\n\n  Y\n   Z\n")]
    [InlineData("a: >2\n    X more\n  Y\n  Z\n")]
    [InlineData("a: \"one\n  X two\n\n  Y \\\n    Z\"\n")]
    [InlineData("a: \"\\x41 \\U0001F600 X \\\"q\\\" \\t Y \\\\ Z\"\n")]
    [InlineData("a: \"one\\n\n\n   X  \n\n   Y\\u00e9Z\"\n")]
    [InlineData("a: 'it''s X ''Y''\n  Z'\n")]
    [InlineData("a: one\n  X two\n\n\n  Y   Z\n")]
    [InlineData("{ a: one\n  X two, b: Y }\n")]
    [InlineData("a: \"😀\tX 日本Y\"\n")]
    public void A_character_of_a_scalar_is_found_where_it_was_written(string yaml)
    {
        var source = SourceText.Decode("a.yaml", Encoding.UTF8.GetBytes(yaml), [])!;
        var scalars = Scalars(YamlCursor.Read(source, [])!).Where(scalar => scalar.Text.AsSpan().IndexOfAny("XYZ") >= 0)
            .ToArray();

        var found = scalars.SelectMany(scalar => scalar.Text.Index()
            .Where(letter => letter.Item is 'X' or 'Y' or 'Z')
            .Select(letter => (letter.Item, scalar.Places.Locate(letter.Index))));

        found.Should().NotBeEmpty().And.OnlyContain(
            place => source.Text.Split(
                '\n', StringSplitOptions.None)[place.Item2.Line - 1][place.Item2.Column - 1] == place.Item1);
    }

    private static IEnumerable<YamlNode.Scalar> Scalars(YamlNode node) => node switch
    {
        YamlNode.Scalar scalar => [scalar],
        YamlNode.Sequence sequence => sequence.Items.SelectMany(Scalars),
        YamlNode.Mapping mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Value)),
        _ => [],
    };
}
