using FluentAssertions;
using Infra.Definitions;
using Infra.Smoke;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Smoke;

public sealed class ExpectationShapeTests
{
    private static readonly string[] All =
        [.. ExpectationShape.Item.Fields.Select(field => field.Key).Where(key => key is not "severity")];

    public static TheoryData<string> Names() => [.. All];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_name_is_known_to_the_reader_whatever_stands_behind_it(string name)
    {
        foreach (var argument in new[] { "x", "true", "3", "[x]", "{ path: $.a, node: A, name: a, to: b, threshold: 1, min: 1 }", "", "[]", "{}" })
        {
            var read = () => SmokeCases.Problems($"text: t\ntests: [{{ name: a, expect: [{{ {name}: {argument} }}] }}]\n");

            read.Should().NotThrow();
        }
    }

    [Fact]
    public void Every_name_has_its_opposite() =>
        All.Where(name => !name.StartsWith("not-", StringComparison.Ordinal)).Select(name => $"not-{name}")
            .Should().BeEquivalentTo(All.Where(name => name.StartsWith("not-", StringComparison.Ordinal)));

    [Fact]
    public void A_flag_stands_as_a_word_or_with_true()
    {
        SmokeCases.Expectation("is-json").Words.Should().Be("is-json");
        SmokeCases.Expectation("not-is-json: true").Negated.Should().BeTrue();
    }
}
