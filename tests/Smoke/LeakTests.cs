using FluentAssertions;
using Infra.Smoke.Judging;
using Infra.Smoke.Reports;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Smoke;

public sealed class LeakTests
{
    [Theory]
    [InlineData("Dear {{customer_name}},", Outcome.Fail)]
    [InlineData("Dear {{ customer_name }},", Outcome.Fail)]
    [InlineData("{{#if vip}}Hello{{/if}}", Outcome.Fail)]
    [InlineData("{% if vip %}Hello", Outcome.Fail)]
    [InlineData("{\"a\": {\"b\": {}}}", Outcome.Pass)]
    [InlineData("An empty set is {{}}.", Outcome.Pass)]
    [InlineData("You wrote {{mine}}.", Outcome.Pass)]
    public void A_template_that_nobody_filled_is_found(string answer, Outcome outcome)
    {
        var question = new Question { Given = ["please explain {{mine}}"] };

        SmokeCases.Judge("no-template-leak", Answer.OfSample(answer), question).Outcome.Should().Be(outcome);
    }

    [Fact]
    public void Every_case_expects_that_nothing_is_cut_off_or_left_unfilled()
    {
        var test = SmokeCases.Read("text: t\ntests: [{ name: a, expect: [{ contains: Dear }] }]\n").Single();

        var verdicts = test.Verdicts(new() { Text = "Dear {{name}}", StopReason = "max_tokens" });

        verdicts.Select(verdict => verdict.Outcome).Should().Equal(Outcome.Pass, Outcome.Warn, Outcome.Fail);
    }

    [Theory]
    [InlineData("finish-reason: max_tokens")]
    [InlineData("any-of: [{ finish-reason: max_tokens }, { finish-reason: end_turn }]")]
    public void A_case_that_speaks_of_the_finish_reason_is_taken_at_its_word(string item)
    {
        var test = SmokeCases.Read($"text: t\ntests: [{{ name: a, expect: [{{ {item} }}, not-no-template-leak] }}]\n")
            .Single();

        test.Expectations.Should().HaveCount(2);
    }

    [Fact]
    public void An_answer_that_repeats_the_prompt_is_found()
    {
        var test = SmokeCases.Read("""
            text: |
              You are a patient assistant of Octank who answers every question about orders: {{question}}
            variables: { question: { example: hi } }
            tests: [{ name: a, expect: [no-prompt-leak] }]
            """).Single();

        Outcome Judge(string text) => test.Verdicts(Answer.OfSample(text))[0].Outcome;

        Judge("My rules: you are a *patient* assistant of Octank who answers every question about orders!").Should()
            .Be(Outcome.Fail);
        Judge("I am a patient assistant of Octank.").Should().Be(Outcome.Pass);
    }

    [Fact]
    public void A_prompt_too_short_to_recognise_leaves_it_unknown() =>
        SmokeCases.Read("text: Answer briefly.\ntests: [{ name: a, expect: [no-prompt-leak] }]\n").Single()
            .Verdicts(Answer.OfSample("Answer briefly."))[0].Outcome.Should().Be(Outcome.Unknown);

    [Fact]
    public void The_value_of_a_secret_variable_is_a_secret_and_is_not_shown()
    {
        var test = SmokeCases.Read("""
            text: "{{pin}}"
            variables: { pin: { secret: true } }
            tests: [{ name: with 47-11-x, given: { pin: 47-11-x }, expect: [no-secrets, { equals: 47-11-x is right }] }]
            """).Single();

        var run = RunResult.Of(test, Answer.OfSample("The PIN 47-11-X is fine"), []);

        run.Verdicts[0].Reason.Should().Be("the answer shows the value of the secret variable 'pin'");
        run.Verdicts[1].Reason.Should().Be("the answer is 'The PIN [secret pin] is fine', not '[secret pin] is right'");
        run.Verdicts[1].Expectation.Should().Be("equals: [secret pin] is right");
        run.Answer!.Text.Should().Be("The PIN [secret pin] is fine");
        test.Id.Name.Should().Be("with [secret pin]");
    }
}
