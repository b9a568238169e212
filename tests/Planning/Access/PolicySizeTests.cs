using FluentAssertions;
using Infra.Diagnostics;
using Infra.Planning;
using Infra.Planning.Access;
using Infra.Settings;
using Infra.Values;
using Xunit;
using static Infra.Values.Shorthand;

namespace Infra.Tests.Planning.Access;

/// <summary>IAM counts the characters of a policy without white space; so do we, before IAM refuses it.</summary>
public sealed class PolicySizeTests
{
    [Theory]
    [InlineData("abc", 13)]
    [InlineData("a b c", 13)]
    [InlineData("äöü", 13)]
    [InlineData("", 10)]
    public void White_space_is_not_counted_and_a_character_is_one(string text, int size) =>
        PolicySize.Of(Document(Map(("key", text)))).Should().Be(size);

    [Fact]
    public void A_text_longer_than_the_buffer_is_counted_whole() =>
        PolicySize.Of(Document(Map(("key", new string('a', 100_000))))).Should().Be(100_010);

    [Theory]
    [InlineData("us-east-1", "Arn", "arn:aws:bedrock:us-east-1:123456789012:flow/ABCDEFGHIJ/alias/ABCDEFGHIJ")]
    [InlineData(
        "us-east-1", "InferenceProfileArn",
        "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdefghijkl")]
    [InlineData(null, "Arn", "arn:aws:bedrock:ap-southeast-1:123456789012:flow/ABCDEFGHIJ/alias/ABCDEFGHIJ")]
    [InlineData(
        "us-gov-west-1", "Arn", "arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:flow/ABCDEFGHIJ/alias/ABCDEFGHIJ")]
    public void What_only_the_cloud_knows_counts_with_the_longest_that_it_can_be(
        string? region, string attribute, string longest) =>
        PolicySize.Of(Document(Map(("key", new Value.Ref("x", attribute)))), In(region))
            .Should().Be(PolicySize.Of(Document(Map(("key", longest)))));

    [Fact]
    public void Account_and_region_are_counted_as_they_are() =>
        PolicySize.Of(Document(Map(("key", Arns.InAccount("ssm", "parameter/p")))), In("us-east-1"))
            .Should().Be(PolicySize.Of(Document(Map(("key", "arn:aws:ssm:us-east-1:123456789012:parameter/p")))));

    [Theory]
    [InlineData(64, 64)]
    [InlineData(65, 64)]
    [InlineData(200, 64)]
    public void A_name_that_is_too_long_ends_in_a_digest_and_uses_all_the_room(int length, int most)
    {
        var name = new string('a', length);

        var shortened = AccessNames.Shortened(name, most);

        shortened.Should().HaveLength(most);
        (shortened == name).Should().Be(length <= most);
        AccessNames.Shortened(name + "b", most).Should().NotBe(shortened);
        shortened.Should().StartWith("aaaaaaaaaa");
    }

    [Theory]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ", true)]
    [InlineData("arn:aws:bedrock:::prompt", true)]
    [InlineData("arn:aws:bedrock:prompt", false)]
    [InlineData("xrn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ", false)]
    [InlineData("us-east-1", false)]
    public void An_ARN_has_six_parts(string text, bool isArn) => Arns.IsArn(text).Should().Be(isArn);

    [Fact]
    public void Arns_are_kept_once_and_in_order() =>
        Arns.Set(["b", "a", "b", "c"]).Should().Equal("a", "b", "c");

    private static StackSettings In(string? region) =>
        new() { Stack = "dev", At = Location.StartOf("Pulumi.dev.yaml"), Region = region };
}
