using System.Collections.Immutable;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Smoke.Cases;
using Infra.Smoke.Comparing;
using Infra.Smoke.Reports;
using Xunit;
using Check = FsCheck.Check;
using Interval = Infra.Smoke.Comparing.Interval;
using Outcome = Infra.Smoke.Judging.Outcome;

namespace Infra.Tests.Smoke;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData(0, 0, 1.0)]
    [InlineData(0, 3, 0.25)]
    [InlineData(0, 5, 0.0625)]
    [InlineData(0, 6, 0.03125)]
    [InlineData(2, 10, 0.0385742)]
    [InlineData(5, 5, 1.0)]
    [InlineData(40, 60, 0.0568879)]
    public void McNemars_p_value_is_the_exact_binomial(int left, int right, double p) =>
        McNemar.PValue(left, right).Should().BeApproximately(p, 1e-6);

    [Fact]
    public void McNemars_p_value_of_a_landslide_is_tiny_but_not_zero() =>
        Math.Log2(McNemar.PValue(0, 1000)).Should().BeApproximately(-999, 1e-9);

    [Fact]
    public void McNemar_is_symmetric_a_probability_and_falls_with_the_imbalance() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(6, 17),
        Prop.ForAll(Gen.Choose(0, 300).ToArbitrary(), Gen.Choose(0, 300).ToArbitrary(), (left, right) =>
            McNemar.PValue(left, right) == McNemar.PValue(right, left)
            && McNemar.PValue(left, right) is > 0 and <= 1
            && McNemar.PValue(Math.Min(left, right), Math.Max(left, right) + 1)
                <= McNemar.PValue(Math.Min(left, right), Math.Max(left, right)) + 1e-12));

    [Theory]
    [InlineData(0, 0, 391)]
    [InlineData(100, 0, 77)]
    [InlineData(100, 10, 83)]
    [InlineData(100, 30, 237)]
    public void More_disagreement_needs_more_cases(int pairs, int split, int needed) =>
        SampleSize.Needed(pairs, split).Should().Be(needed);

    [Fact]
    public void Three_runs_never_make_a_winner()
    {
        var comparison = Compare("fff", "ppp");

        comparison.Conclusion.Should().Be(Conclusion.InsufficientData);
        comparison.CasesMissing.Should().BeGreaterThan(100);
        ComparisonText.Lines(comparison).First().Should()
            .StartWith("right against left, 3 cases: insufficient data (need about ");
    }

    [Theory]
    [InlineData(19, Conclusion.InsufficientData)]
    [InlineData(20, Conclusion.Better)]
    public void Below_twenty_cases_nothing_is_concluded(int cases, Conclusion conclusion) =>
        Compare(new('f', cases), new('p', cases)).Conclusion.Should().Be(conclusion);

    [Fact]
    public void The_right_side_is_worse_when_it_fails_what_the_left_passes() =>
        Compare(new('p', 40), new string('p', 30) + new string('f', 10)).Conclusion.Should().Be(Conclusion.Worse);

    [Fact]
    public void Enough_cases_without_a_difference_are_said_to_show_none() =>
        Compare(new('p', 120), new('p', 120)).Conclusion.Should().Be(Conclusion.NoDifference);

    [Fact]
    public void Cases_that_could_not_be_run_or_judged_do_not_count()
    {
        var comparison = Compare("pppef", "peupf");

        (comparison.Pairs, comparison.OnlyLeft.Length, comparison.OnlyRight.Length).Should().Be((2, 0, 0));
    }

    [Fact]
    public void Swapping_the_sides_turns_the_verdict_round() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(6, 17),
        Prop.ForAll(Cases().ToArbitrary(), Cases().ToArbitrary(), (left, right) =>
            Compare(left, right).Conclusion == (Compare(right, left).Conclusion switch
            {
                Conclusion.Better => Conclusion.Worse,
                Conclusion.Worse => Conclusion.Better,
                var same => same,
            })));

    [Fact]
    public void Latency_and_tokens_are_compared_on_the_same_cases()
    {
        var comparison = Comparison.Of(
            Report("left", new('p', 30), i => (1 + (i % 3), 100)), Report("right", new('p', 30), i =>
                (2 + (i % 3), 99 + (i % 3))), new Draws(1));

        comparison.Latency!.Conclusion.Should().Be(Conclusion.Worse);
        comparison.Latency.Difference.Should().Be(new Interval(1, 1, 1));
        comparison.Tokens!.Conclusion.Should().Be(Conclusion.NoDifference);
        comparison.Tokens.Difference.Low.Should().BeLessThan(0);
    }

    [Fact]
    public void The_interval_covers_the_truth_about_as_often_as_it_says()
    {
        var draws = new Draws(7);
        var covered = Enumerable.Range(0, 400).Count(_ =>
        {
            ImmutableArray<double> sample = [.. Enumerable.Range(0, 50).Select(_ => draws.Below(1000) - 499.5)];
            return Bootstrap.OfMean(sample, draws).ContainsZero;
        });

        (covered / 400.0).Should().BeInRange(0.91, 0.98);
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        var (one, two) = (new Draws(42), new Draws(42));

        Enumerable.Range(0, 100).Select(_ => one.Below(10)).Should()
            .Equal(Enumerable.Range(0, 100).Select(_ => two.Below(10)))
            .And.OnlyContain(number => number >= 0 && number < 10)
            .And.Contain(0).And.Contain(9);
    }

    private static Gen<string> Cases() =>
        Gen.Elements('p', 'f', 'f', 'e').ArrayOf(60).Select(cases => new string(cases));

    private static Comparison Compare(string left, string right) =>
        Comparison.Of(Report("left", left, _ => (1, 10)), Report("right", right, _ => (1, 10)), new Draws(1));

    private static SmokeReport Report(string stack, string statuses, Func<int, (double Seconds, int Tokens)> effort) =>
        new()
        {
            Stack = stack,
            StartedAt = DateTimeOffset.UnixEpoch,
            Duration = TimeSpan.Zero,
            Cases = [.. statuses.Select((status, i) => Case(i, status, effort(i)))],
        };

    private static CaseResult Case(int number, char status, (double Seconds, int Tokens) effort) => new()
    {
        Id = new("sample", $"case {number}"),
        At = new("prompts/sample.yaml", number + 1, 1),
        Target = new("sample", "prompt", Release: 1, "1", "arn", Parameter: null, Digest: null),
        Rule = PassRule.Once,
        Runs =
        [
            status is 'e' ? new() { Error = "timeout" } : new()
            {
                Answer = new() { Latency = TimeSpan.FromSeconds(effort.Seconds),
                    Usage = new(null, null, effort.Tokens) },
                Verdicts = [new(status switch { 'p' => Outcome.Pass, 'u' => Outcome.Unknown, _ =>
                    Outcome.Fail }, "", "", default)],
            },
        ],
    };
}
