using FluentAssertions;
using Infra.Smoke.Serving;
using Xunit;

namespace Infra.Tests.Smoke;

public sealed class PricesTests
{
    [Fact]
    public void A_call_costs_what_its_tokens_cost() =>
        Prices.Listed.Of("amazon.nova-lite-v1:0", 1_000_000, 500_000).Should().Be(0.18m);

    [Theory]
    [InlineData("amazon.nova-lite-v1:0", null, 5)]
    [InlineData("amazon.nova-lite-v1:0", 5, null)]
    [InlineData("nobody.knows-v1:0", 5, 5)]
    [InlineData(null, 5, 5)]
    public void What_is_unknown_makes_the_cost_unknown(string? model, int? input, int? output) =>
        Prices.Listed.Of(model, input, output).Should().BeNull();

    [Fact]
    public void A_price_that_is_stated_goes_before_the_listed_one()
    {
        var prices = Prices.Listed.With("amazon.nova-lite-v1:0", Price.Parse("3/15")!.Value);

        prices.Of("amazon.nova-lite-v1:0", 1000, 1000).Should().Be(0.018m);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("3/")]
    [InlineData("3/-1")]
    [InlineData("3/4/5")]
    [InlineData("free/15")]
    public void What_is_no_price_is_refused(string text) => Price.Parse(text).Should().BeNull();
}
