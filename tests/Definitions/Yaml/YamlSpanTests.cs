using FluentAssertions;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Xunit;

namespace Infra.Tests.Definitions.Yaml;

public sealed class YamlSpanTests
{
    [Theory]
    [InlineData("a: [1, 2 ,3 ] # x\nb: 1\n", 3, "[1, 2 ,3 ]")]
    [InlineData("a: [\n  1, # x\n  2,\n]\n", 3, "[\n  1, # x\n  2,\n]")]
    [InlineData("a: { kept: [1], live: 1 }\n", 3, "{ kept: [1], live: 1 }")]
    [InlineData("a: {}", 3, "{}")]
    [InlineData("a:\n- 1\n- 2\n", 3, "")]
    [InlineData("a:\n  # x\n  b: 1\n", 11, "")]
    public void A_list_or_mapping_knows_where_it_starts_and_in_brackets_where_it_ends(
        string text, int start, string raw)
    {
        var source = YamlCursor.Read(new("a.yaml", text), []).Get("a") switch
        {
            YamlNode.Sequence sequence => sequence.Source,
            YamlNode.Mapping mapping => mapping.Source,
            _ => default,
        };

        source.Start.Should().Be(start);
        source.Raw.ToString().Should().Be(raw);
    }
}
