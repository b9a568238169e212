using FluentAssertions;
using Infra.Models;
using Xunit;

namespace Infra.Tests.Models;

public sealed class TokenRangeTests
{
    [Fact]
    public void An_english_text_has_a_token_for_three_to_six_letters() =>
        TokenRange.Of(new string('a', 600)).Should().Be(new TokenRange(100, 200));

    [Fact]
    public void A_chinese_text_has_up_to_two_tokens_for_a_character() =>
        TokenRange.Of("订单号和产品名称").Should().Be(new TokenRange(4, 16));

    [Fact]
    public void Nothing_is_no_token() => TokenRange.Of("").Should().Be(default(TokenRange));
}
