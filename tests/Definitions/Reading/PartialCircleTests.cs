using FluentAssertions;
using Infra.Definitions.Reading;
using Infra.Definitions.Yaml;
using Xunit;

namespace Infra.Tests.Definitions.Reading;

public sealed class PartialCircleTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    [InlineData(2_000)]
    public void Each_partial_of_a_chain_is_looked_into_once(int length)
    {
        var reads = 0;
        var circles = new PartialCircle((name, _, _) =>
        {
            reads++;
            var number = int.Parse(name);
            return new SourceText(name, number == length ? "end" : $"{{{{> {number + 1}}}}}");
        });

        foreach (var i in Enumerable.Range(1, length))
        {
            circles.Through($"{i}").Should().BeNull();
        }

        reads.Should().Be(length);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "b")]
    [InlineData("c", "b")]
    [InlineData("d", null)]
    [InlineData("outside", null)]
    [InlineData("self", "self")]
    public void A_partial_that_contains_itself_is_in_a_circle_and_what_leads_there_is_not(string name, string? inCircle)
    {
        var texts = new Dictionary<string, string>
        {
            ["a"] = "{{> b}} {{> d}}",
            ["b"] = "{{> d}} {{> c}}",
            ["c"] = "{{> a}}",
            ["d"] = "text",
            ["outside"] = "{{> a}} {{> self}}",
            ["self"] = "{{> self}}",
        };
        var circles = new PartialCircle((partial, _, _) => new SourceText(partial, texts[partial]));

        var found = circles.Through(name);

        (found is not null).Should().Be(inCircle is not null);
        found?.Message.Should().Contain(inCircle!);
    }
}
