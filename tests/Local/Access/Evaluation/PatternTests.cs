using FluentAssertions;
using Infra.Local.Access.Evaluation;
using Xunit;

namespace Infra.Tests.Local.Access.Evaluation;

public sealed class PatternTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("a*c", "abc", true)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a*c", "abd", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("*b*b", "abab", true)]
    [InlineData("*b*b*", "ab", false)]
    [InlineData("abc", "ABC", false)]
    public void A_star_is_any_text_and_a_question_mark_one_character(string pattern, string text, bool expected) =>
        Pattern.Matches(pattern, text).Should().Be(expected);

    [Fact]
    public void Many_stars_take_no_time() =>
        Pattern.Matches(string.Concat(Enumerable.Repeat("*a", 50)) + "b", new string('a', 2000)).Should().BeFalse();

    [Theory]
    [InlineData("*", "arn:aws:s3:::a/b", true)]
    [InlineData("arn:aws:bedrock:*::foundation-model/m", "arn:aws:bedrock:::foundation-model/m", true)]
    [InlineData("arn:aws:bedrock:*::model/m", "arn:aws:bedrock:us-east-1:123456789012:model/m", false)]
    [InlineData("arn:aws:bedrock:us-east-1:*:prompt/P:*", "arn:aws:bedrock:us-east-1:123456789012:prompt/P:3", true)]
    [InlineData("arn:aws:bedrock:us-east-1:*:prompt/P:*", "arn:aws:bedrock:us-east-1:123456789012:prompt/P", false)]
    [InlineData("arn:aws:bedrock*", "arn:aws:bedrock:us-east-1:123456789012:prompt/P", false)]
    public void An_arn_is_compared_part_by_part(string pattern, string arn, bool expected) =>
        Pattern.MatchesArn(pattern, arn).Should().Be(expected);
}
