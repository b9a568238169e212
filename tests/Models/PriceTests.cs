using FluentAssertions;
using Infra.Models;
using Xunit;

namespace Infra.Tests.Models;

public sealed class PriceTests
{
    /// <summary>1,000 calls of 400 tokens in and 120 out: 400,000 * $0.06 + 120,000 * $0.24, a million each.</summary>
    [Fact]
    public void Nova_Lite_costs_what_a_hand_calculates() =>
        (1000 * ModelCatalog.Known.Price("amazon.nova-lite-v1:0")!.Of(new(400, 120))).Should().Be(0.024m + 0.0288m);

    [Fact]
    public void A_cache_has_its_own_prices_and_an_unknown_one_is_not_for_free()
    {
        var price = new Price(1, 2) { CacheRead = 0.1m };

        price.Of(new(1_000_000, 1_000_000) { CacheRead = 1_000_000 }).Should().Be(3.1m);
        price.Of(new(1, 1) { CacheWrite = 1 }).Should().BeNull();
    }

    [Fact]
    public void A_long_input_is_dearer_as_a_whole()
    {
        var price = ModelCatalog.Known.Price("us.anthropic.claude-haiku-5-5")!;

        price.Of(new(100_000, 0)).Should().Be(0.011m);
        price.Of(new(100_001, 0)).Should().Be(0.05500055m);
        price.Of(new(1, 0) { CacheRead = 100_000 }).Should().Be(0.00550055m);
    }

    [Theory]
    [InlineData("0.25")]
    [InlineData("a/b")]
    [InlineData("-1/2")]
    public void What_is_no_price_is_not_read(string text) => Price.Parse(text).Should().BeNull();
}
