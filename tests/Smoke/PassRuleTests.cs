using FluentAssertions;
using Infra.Definitions.Format;
using Infra.Smoke.Cases;
using Infra.Smoke.Judging;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Smoke;

public sealed class PassRuleTests
{
    [Theory]
    [InlineData("", "1 of 1")]
    [InlineData("repeat: 3", "3 of 3")]
    [InlineData("pass: 4 of 5", "4 of 5")]
    [InlineData("repeat: 5, pass: ' 4  of 5 '", "4 of 5")]
    public void It_is_read_from_repeat_and_pass(string runs, string rule)
    {
        var keys = runs.Length > 0 ? $", {runs}" : "";

        var test = SmokeCases.Read($"text: t\ntests: [{{ name: a, expect: [is-json]{keys} }}]\n").Single();

        test.Runs.ToString().Should().Be(rule);
    }

    [Theory]
    [InlineData(4, 5, 10, "8 of 10")]
    [InlineData(4, 5, 2, "2 of 2")]
    [InlineData(1, 1, 3, "3 of 3")]
    [InlineData(1, 100, 1, "1 of 1")]
    public void Other_numbers_of_runs_keep_the_share(int needed, int runs, int others, string rule) =>
        new PassRule(needed, runs).Over(others).ToString().Should().Be(rule);

    [Theory]
    [InlineData("ppppf", Outcome.Pass)]
    [InlineData("pppwf", Outcome.Warn)]
    [InlineData("pppff", Outcome.Fail)]
    [InlineData("ppppe", Outcome.Warn)]
    [InlineData("pppfe", null)]
    [InlineData("ppffe", Outcome.Fail)]
    [InlineData("pppfu", Outcome.Unknown)]
    [InlineData("ppeeu", null)]
    public void Four_of_five_must_pass(string runs, Outcome? outcome) => new PassRule(4, 5)
        .Of([.. runs.Select(run => (Outcome?)(run switch
        {
            'p' => Outcome.Pass,
            'w' => Outcome.Warn,
            'u' => Outcome.Unknown,
            'f' => Outcome.Fail,
            _ => null,
        }))])
        .Should().Be(outcome);

    [Theory]
    [InlineData("800ms", 0.8)]
    [InlineData("5s", 5)]
    [InlineData("1.5s", 1.5)]
    [InlineData("2m", 120)]
    [InlineData("60m", 3600)]
    public void A_length_of_time_is_read(string text, double seconds) =>
        Duration.Parse(text).Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("5")]
    [InlineData("-5s")]
    [InlineData("0ms")]
    [InlineData("5 s")]
    [InlineData("1e3s")]
    [InlineData("61m")]
    [InlineData("99999999999999999999999999999999s")]
    public void What_is_none_is_not(string text) => Duration.Parse(text).Should().BeNull();
}
