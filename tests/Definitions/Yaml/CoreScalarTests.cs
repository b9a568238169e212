using FluentAssertions;
using Infra.Definitions.Yaml;
using Infra.Values;
using Xunit;

namespace Infra.Tests.Definitions.Yaml;

public sealed class CoreScalarTests
{
    /// <summary>As YAML 1.2's core schema has them; what cannot be kept to the last digit is refused.</summary>
    [Theory]
    [InlineData("True", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("no", "\"no\"")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData("1e3", "1000")]
    [InlineData("~", "null")]
    [InlineData("'True'", "\"True\"")]
    [InlineData("1.5.0", "\"1.5.0\"")]
    [InlineData("1e30", null)]
    [InlineData("1e-30", null)]
    [InlineData("012", null)]
    [InlineData("12345678901234567890123456789012345", null)]
    public void A_word_in_JSON_is_what_YAML_says_it_is(string word, string? json)
    {
        var root = (YamlNode.Mapping)YamlCursor.Read(new SourceText("a.yaml", $"a: {word}\n"), [])!;
        var scalar = (YamlNode.Scalar)root["a"]!.Value;

        (CoreScalar.Read(scalar) is { } value ? CanonicalJson.Compact(value) : null).Should().Be(json);
    }
}
