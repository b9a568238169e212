using FluentAssertions;
using Infra.Definitions.Yaml;
using Infra.Smoke.Expectations;
using Xunit;

namespace Infra.Tests.Smoke;

public sealed class SafeRegexTests
{
    private static readonly string RunsAway = new string('a', 40) + "b";

    [Fact]
    public void A_pattern_that_runs_away_is_matched_without_backtracking()
    {
        Read("^(a+)+$").IsMatch(RunsAway).Should().BeFalse();
        Read("^(a+)+b$").IsMatch(RunsAway).Should().BeTrue();
    }

    [Fact]
    public void A_pattern_that_needs_backtracking_is_given_up_after_a_second() =>
        Read("^(?=a)(a+)+$").IsMatch(RunsAway).Should().BeNull();

    [Theory]
    [InlineData(".*", true)]
    [InlineData("", true)]
    [InlineData("(foo)?", true)]
    [InlineData("(?m)^.*$", true)]
    [InlineData("^[\\s\\S]*$", true)]
    [InlineData("^.*$", false)]
    [InlineData(".+", false)]
    [InlineData("^[^<]*$", false)]
    [InlineData("^([^f]|f[^o])*$", false)]
    [InlineData("^(?!.*sorry)", false)]
    [InlineData("\\S|\\s", false)]
    public void A_pattern_that_matches_every_text_is_recognised(string pattern, bool everything) =>
        Read(pattern).MatchesEverything().Should().Be(everything);

    private static SafeRegex Read(string pattern) =>
        SafeRegex.Read(new YamlNode.Scalar(pattern, ScalarStyle.Quoted, default, default), [])!;
}
