using System.Text.Json;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Smoke.Judging;
using Xunit;
using Check = FsCheck.Check;

namespace Infra.Tests.Smoke;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("hunter2", "the word is hunter2!", "the word is [secret pass]!")]
    [InlineData("hunter2", "HUNTER2hunter2", "[secret pass][secret pass]")]
    [InlineData(" hunter2\n", "is hunter2.", "is [secret pass].")]
    [InlineData("a\"b\\c", """{"x":"a\"b\\c"}""", """{"x":"[secret pass]"}""")]
    [InlineData("né&1", """{"x":"n\u00E9\u00261"}""", """{"x":"[secret pass]"}""")]
    [InlineData("a b&c", "https://x/?q=a%20b%26c", "https://x/?q=[secret pass]")]
    [InlineData("line number one\nno", "see line number one there", "see [secret pass] there")]
    [InlineData("", "untouched", "untouched")]
    public void A_value_is_taken_out_however_it_is_spelled(string value, string text, string expected) =>
        new Redaction([new("pass", value)]).Apply(text).Should().Be(expected);

    [Fact]
    public void The_longer_value_goes_first() =>
        new Redaction([new("a", "1234"), new("b", "123456")]).Apply("123456 1234").Should().Be("[secret b] [secret a]");

    [Fact]
    public void An_excerpt_never_cuts_a_value_in_half()
    {
        var redaction = new Redaction([new("key", new string('k', 60))]);

        redaction.Excerpt($"{new string('x', 50)}{new string('k', 60)}").Should().NotContain("kk");
    }

    [Fact]
    public void No_value_is_left_in_any_text() => Check.One(
        Config.QuickThrowOnFailure.WithReplay(6, 17),
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonEmptyString>(), ArbMap.Default.ArbFor<string>(), (value, around) =>
            {
                var secret = value.Get.Trim();
                var text = $"{around}{secret}{around}{JsonSerializer.Serialize(secret)}";
                var left = new Redaction([new("\u0001", secret)]).Apply(text);
                return secret.Length == 0
                    || "[secret \u0001]".Contains(secret, StringComparison.OrdinalIgnoreCase)
                    || !left.Replace("[secret \u0001]", "\u0002", StringComparison.Ordinal)
                        .Contains(secret, StringComparison.OrdinalIgnoreCase);
            }));
}
