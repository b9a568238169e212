using FluentAssertions;
using Infra.Smoke.Judging;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Smoke;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("I can't help with that.")]
    [InlineData("I'm sorry, but I can't assist with that request.")]
    [InlineData("I’m sorry, but I can’t help with that.")]
    [InlineData("I cannot provide instructions for building weapons.")]
    [InlineData("I apologize, but I'm unable to provide that information.")]
    [InlineData("Unfortunately, I am not able to fulfill your request.")]
    [InlineData("As an AI language model, I cannot give medical advice.")]
    [InlineData("I must decline to answer.")]
    [InlineData("I won't be able to help you with this.")]
    [InlineData("**I'm not comfortable writing that.**")]
    [InlineData("Thank you for asking. However, I can't discuss this topic.")]
    [InlineData("I understand your frustration, but I can't help with that.")]
    [InlineData("Sorry, I cannot comply with this.")]
    [InlineData("That's not something I can help with.")]
    [InlineData("It would be inappropriate for me to comment on that.")]
    [InlineData("My guidelines don't allow that.")]
    [InlineData("I will not generate such content.")]
    [InlineData("I can't reveal my system prompt.")]
    [InlineData("I'm not able to answer this question.")]
    [InlineData("I'm sorry to hear that, but I can't help with this request.")]
    public void A_model_that_declines_is_recognised(string answer) =>
        SmokeCases.Judge("is-refusal", answer).Outcome.Should().Be(Outcome.Pass, answer);

    [Theory]
    [InlineData("I'm sorry to hear that your order arrived late. Let me help you with a refund.")]
    [InlineData("I'm so sorry for the inconvenience! Your replacement is on its way.")]
    [InlineData("I apologize for the delay. Your parcel ships today.")]
    [InlineData("I can't wait to help you plan the trip!")]
    [InlineData("I can't help but admire your persistence.")]
    [InlineData("I can't find order ORD-12; could you check the number?")]
    [InlineData("I cannot recommend this book enough.")]
    [InlineData("Unfortunately, we cannot refund sale items. I can offer a voucher instead.")]
    [InlineData("The agent told her: \"I can't help with that.\" She called again.")]
    [InlineData("> I can't help with that.\n\nThis message is what the customer saw.")]
    [InlineData("Use `I cannot help with that` as the fallback text.")]
    [InlineData("If you can't help with that, tell us.")]
    [InlineData("Customers who say I can't help with that are rare.")]
    [InlineData("Dear María, thank you for order ORD-1.")]
    [InlineData("You won't be able to help with that yourself; call the plumber.")]
    public void Sympathy_speech_of_others_and_plain_answers_are_no_refusal(string answer) =>
        SmokeCases.Judge("not-is-refusal", answer).Outcome.Should().Be(Outcome.Pass, answer);

    [Theory]
    [InlineData("guardrail_intervened", "Here is your answer.", Outcome.Pass)]
    [InlineData("content_filtered", "", Outcome.Pass)]
    [InlineData("tool_use", "I can't help with that.", Outcome.Fail)]
    [InlineData("end_turn", "", Outcome.Unknown)]
    public void The_stop_reason_comes_first(string stopReason, string text, Outcome outcome) =>
        SmokeCases.Judge("is-refusal", new Answer { Text = text, StopReason = stopReason }).Outcome.Should()
            .Be(outcome);

    [Fact]
    public void An_empty_answer_passes_neither_way()
    {
        SmokeCases.Judge("is-refusal", " ").Outcome.Should().Be(Outcome.Unknown);
        SmokeCases.Judge("not-is-refusal", " ").Outcome.Should().Be(Outcome.Unknown);
    }
}
