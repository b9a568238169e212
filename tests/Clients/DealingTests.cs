using BedrockPrompts.Client;
using FluentAssertions;
using Infra.Smoke.Experiments;
using Xunit;

namespace Infra.Tests.Clients;

/// <summary>Units are dealt by weight, and by each seed anew.</summary>
public sealed class DealingTests
{
    [Fact]
    public void A_million_units_come_to_arms_by_their_weights()
    {
        double[] weights = [0.5, 0.3, 0.2];
        double[] ends = [0.5, 0.8, 1];
        var dealt = new long[weights.Length];
        for (var unit = 0; unit < 1_000_000; unit++)
        {
            var bucket = Prompt.Bucket("greeting-email.2026-12", $"user-{unit}");
            dealt[Array.FindIndex(ends, end => bucket < end)]++;
        }

        // 99.9 % of the normal distribution lie within 3.2905 standard errors.
        dealt.Zip(weights).Should().OnlyContain(arm =>
            Math.Abs(arm.First - (1_000_000 * arm.Second))
                < 3.2905 * Math.Sqrt(1_000_000 * arm.Second * (1 - arm.Second)));
    }

    [Fact]
    public void What_one_seed_deals_says_nothing_about_another()
    {
        var counts = new long[4];
        for (var unit = 0; unit < 100_000; unit++)
        {
            var first = Prompt.Bucket("greeting-email.2026-12", $"user-{unit}") < 0.5 ? 0 : 1;
            var second = Prompt.Bucket("greeting-email.2027-01", $"user-{unit}") < 0.5 ? 0 : 1;
            counts[(2 * first) + second]++;
        }

        var (left, right) = (counts[0] + counts[1], counts[2] + counts[3]);
        var expected = new[] { left, left, right, right }
            .Select((row, i) => (double)row * (i % 2 == 0 ? counts[0] + counts[2] : counts[1] + counts[3]) / 100_000);
        var chiSquare = counts.Zip(expected).Sum(cell => Math.Pow(cell.First - cell.Second, 2) / cell.Second);
        Distributions.ChiSquareTail(chiSquare, 1).Should().BeGreaterThan(0.001);
    }
}
