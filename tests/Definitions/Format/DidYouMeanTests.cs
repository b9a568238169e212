using FluentAssertions;
using Infra.Definitions.Format;
using Xunit;

namespace Infra.Tests.Definitions.Format;

public sealed class DidYouMeanTests
{
    private static readonly string[] Names = [.. Enumerable.Range(1, 1000).Select(number => $"order-{number:D4}")];

    [Fact]
    public void A_word_near_one_of_many_names_that_one() =>
        DidYouMean.Advice("odrer-0700", Names).Should().Be("Did you mean 'order-0700'?");

    [Fact]
    public void Of_very_many_words_the_first_are_listed_and_the_rest_counted() =>
        DidYouMean.Advice("greeting", Names)
            .Should().StartWith("Known: order-0001, ").And.EndWith(", order-0040, and 960 more.");

    [Fact]
    public void Few_words_are_all_listed() =>
        DidYouMean.Advice("greeting", ["a", "b"]).Should().Be("Known: a, b.");
}
