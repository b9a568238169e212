using FluentAssertions;
using Infra.Smoke.Experiments;
using Xunit;

namespace Infra.Tests.Smoke.Experiments;

/// <summary>Simulated experiments, looked at again and again.</summary>
public sealed class PeekingTests
{
    private const int Experiments = 2_000;
    private const int Units = 5_000;
    private const int Look = 100;

    private readonly Random _random = new(20261127);

    [Fact]
    public void Always_valid_intervals_hold_however_often_one_looks_and_fixed_ones_do_not()
    {
        var (always, once) = (0, 0);
        for (var experiment = 0; experiment < Experiments; experiment++)
        {
            var (wrong, fixedWrong) = (false, false);
            foreach (var found in Looks(0.9, 0.9))
            {
                wrong |= !found.AlwaysValid(0.05).ContainsZero;

                // Student's quantile differs from the normal one by less than a percent from 100 units on.
                fixedWrong |= Math.Abs(found.Difference) > 1.97 * found.StandardError;
            }

            always += wrong ? 1 : 0;
            once += fixedWrong ? 1 : 0;
        }

        always.Should().BeLessThanOrEqualTo(Experiments * 5 / 100);
        once.Should().BeGreaterThan(Experiments * 20 / 100);
    }

    [Fact]
    public void An_effect_of_the_size_asked_for_is_found_as_often_as_promised()
    {
        var size = new SizeText(0.9, 0.03);
        var (once, any) = (0, 0);
        for (var experiment = 0; experiment < 1_000; experiment++)
        {
            once += Drawn(0.9, 0.87, size.Fall!.Value).P < 0.05 ? 1 : 0;
            any += Drawn(0.9, 0.87, size.AnyLook).AlwaysValid(0.05).ContainsZero ? 0 : 1;
        }

        // Three standard errors around 80 %.
        once.Should().BeInRange(760, 840);
        any.Should().BeInRange(760, 840);
    }

    private ArmComparison Drawn(double control, double arm, long units) => ArmComparison.Lift(
        ArmSummary.Proportion(units, Successes(control, units)), ArmSummary.Proportion(units, Successes(arm, units)));

    private int Successes(double share, long units)
    {
        var successes = 0;
        for (var unit = 0; unit < units; unit++)
        {
            successes += _random.NextDouble() < share ? 1 : 0;
        }

        return successes;
    }

    private IEnumerable<ArmComparison> Looks(double control, double arm)
    {
        var (first, second) = (0, 0);
        for (var units = Look / 2; units <= Units / 2; units += Look / 2)
        {
            first += Successes(control, Look / 2);
            second += Successes(arm, Look / 2);
            yield return ArmComparison.Lift(
                ArmSummary.Proportion(units, first), ArmSummary.Proportion(units, second));
        }
    }
}
