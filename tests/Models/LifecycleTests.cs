using FluentAssertions;
using Infra.Models;
using Xunit;

namespace Infra.Tests.Models;

public sealed class LifecycleTests
{
    private static readonly DateOnly End = new(2026, 9, 10);

    private static readonly Lifecycle Haiku =
        ModelCatalog.Known.Of("anthropic.claude-3-haiku-20240307-v1:0")!.Lifecycle;

    [Fact]
    public void A_model_answers_until_the_day_before_its_end()
    {
        Haiku.On(End.AddDays(-1), "us-east-1").Should().Be(new Phase.Ending(End, IsNear: true));
        Haiku.On(End, "us-east-1").Should().Be(new Phase.Ended(End));
        Haiku.On(End, region: null).Should().Be(new Phase.Ended(End));
    }

    [Fact]
    public void An_end_is_near_within_90_days()
    {
        Haiku.On(End.AddDays(-90), "us-east-1").Should().Be(new Phase.Ending(End, IsNear: true));
        Haiku.On(End.AddDays(-91), "us-east-1").Should().Be(new Phase.Ending(End, IsNear: false));
    }

    [Fact]
    public void Where_a_source_says_that_it_goes_on_nothing_is_said() =>
        Haiku.On(End.AddYears(1), "sa-east-1").Should().Be(new Phase.Active());

    [Fact]
    public void Of_two_dates_of_an_end_the_later_counts() =>
        ModelCatalog.Known.Of("anthropic.claude-3-7-sonnet-20250219-v1:0")!.Lifecycle.End
            .Should().Be(new DateOnly(2026, 7, 30));

    [Fact]
    public void An_end_that_was_seen_needs_no_date() =>
        ModelCatalog.Known.Of("amazon.titan-text-express-v1")!.Lifecycle.On(End, "us-east-1")
            .Should().Be(new Phase.Ended(Since: null));

    [Fact]
    public void Legacy_is_no_end()
    {
        new Lifecycle { LegacySince = End }.On(End, null).Should().Be(new Phase.Legacy(End));
        new Lifecycle { LegacySince = End }.On(End.AddDays(-1), null).Should().Be(new Phase.Active());
        new Lifecycle { IsLegacy = true }.On(End, null).Should().Be(new Phase.Legacy(Since: null));
    }
}
