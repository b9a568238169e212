using FluentAssertions;
using Infra.Smoke.Serving;
using Xunit;

namespace Infra.Tests.Smoke;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 0.0, 0)]
    [InlineData(1, 1.0, 200)]
    [InlineData(2, 1.0, 400)]
    [InlineData(4, 0.5, 800)]
    [InlineData(8, 1.0, 20_000)]
    [InlineData(50, 1.0, 20_000)]
    public void The_wait_is_anywhere_below_a_bound_that_doubles(int attempt, double chance, int milliseconds) =>
        Backoff.After(attempt, retryAfter: null, chance).Should().Be(TimeSpan.FromMilliseconds(milliseconds));

    [Fact]
    public void What_AWS_asks_for_is_waited_in_full() =>
        Backoff.After(1, TimeSpan.FromSeconds(30), chance: 0.5).Should().Be(TimeSpan.FromSeconds(30.1));
}
