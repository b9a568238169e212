using FluentAssertions;
using Infra.Smoke.Cases;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Smoke;

public sealed class SmokeChecksTests
{
    [Fact]
    public void A_sample_that_fails_is_reported_at_the_expectation()
    {
        var problems = SmokeCases.Problems("""
            text: t
            tests:
            - name: greets
              expect:
              - contains: Hello
              - latency: 1s
              - { not-contains: bye, severity: warn }
              sample: Hi and bye
            """);

        problems.Should().Equal(
            "(5,5): error PRM321: The sample of 'greets' in line 8 does not meet this: "
                + "the answer does not contain 'Hello': 'Hi and bye'. Correct one of them.",
            "(7,7): error PRM321: The sample of 'greets' in line 8 does not meet this: the answer contains 'bye'. "
                + "Correct one of them.");
    }

    [Fact]
    public void The_value_of_a_secret_is_in_no_message_whatever_the_case_is_called()
    {
        var problems = SmokeCases.Problems("""
            text: "{{token}}{{other}}"
            variables: { token: { description: t, secret: true, example: open-sesame }, other: what }
            tests:
            - name: takes hunter2-hunter2
              given: { token: hunter2-hunter2, other: x }
              expect: [{ equals: a }]
              sample: b
            - { name: takes hunter2-hunter2, given: { token: hunter2-hunter2, other: x } }
            - { name: takes open-sesame, expect: [{ contains: a }] }

            """);

        problems.Select(problem => problem.Split(' ')[2]).Should()
            .BeEquivalentTo("PRM321:", "PRM320:", "PRM327:", "PRM324:");
        problems.Should().OnlyContain(problem =>
            problem.Contains("takes [secret token]") && !problem.Contains("hunter2") && !problem.Contains("sesame"));
    }

    [Fact]
    public void A_sample_with_an_unfilled_variable_is_reported_at_the_case() =>
        SmokeCases.Problems("text: t\ntests: [{ name: a, expect: [{ contains: Dear }], sample: 'Dear {{name}}' }]\n")
            .Should().ContainSingle().Which.Should().StartWith("(2,17): error PRM321: ")
                .And.Contain("'{{name}}' is left in the answer");

    [Theory]
    [InlineData("tests: [{ name: a, expect: [is-json] }, { name: a, expect: [is-json] }]",
        "(1,49): error PRM320: There are two tests named 'a'; the first is in line 1.")]
    [InlineData("tests: [{ name: a, given: { nmae: x }, expect: [is-json] }]",
        "(1,29): error PRM323: The prompt declares no variable 'nmae'. Did you mean 'name'?")]
    [InlineData("tests: [{ name: a, given: { name: [x] }, expect: [is-json] }]",
        "(1,35): error PRM325: The value of 'name' must be text.")]
    [InlineData("tests: [{ name: a, given: { name: x } }]",
        "(1,17): warning PRM327: 'a' checks nothing in the answer")]
    [InlineData("tests: [{ name: a, expect: [{ flow-path: [A] }] }]",
        "(1,31): error PRM326: 'flow-path' works for flows only.")]
    [InlineData("tests: [{ name: a, expect: [{ any-of: [not-flow-completed, is-json] }] }]",
        "(1,40): error PRM326: 'not-flow-completed' works for")]
    [InlineData("tests: [{ name: a, expect: [is-json], stubs: { A: x } }]",
        "(1,48): error PRM326: 'stubs' works for flows only.")]
    [InlineData("tests: [{ name: a, expect: [is-json], pass: most }]",
        "(1,45): error PRM308: 'most' does not say how many runs must pass.")]
    [InlineData("tests: [{ name: a, expect: [is-json], pass: 6 of 5 }]", "(1,45): error PRM308: '6 of 5' does not say")]
    [InlineData("tests: [{ name: a, expect: [is-json], repeat: 3, pass: 4 of 5 }]",
        "(1,56): error PRM308: '4 of 5' does not fit 'repeat: 3'.")]
    [InlineData("tests: [{ name: a, expect: [is-json], repeat: 101 }]",
        "(1,47): error PRM308: A test can be repeated 1 to 100 times.")]
    [InlineData("tests: [{ name: a, expect: [is-json], timeout: soon }]",
        "(1,48): error PRM307: 'soon' is not a length of time.")]
    public void A_fault_of_a_case_is_reported_where_it_stands(string tests, string start)
    {
        var problems =
            SmokeCases.Problems($"{tests}\ntext: 'Hi {{{{name}}}}'\nvariables: {{ name: {{ example: Ann }} }}\n");

        problems.Should().ContainSingle().Which.Should().StartWith(start);
    }

    [Fact]
    public void A_variable_without_value_and_example_is_reported_at_the_case() =>
        SmokeCases.Problems(
            "text: '{{a}}{{b}}'\nvariables: { a: { example: x }, b: what }\ntests: [{ name: n, expect: [is-json] }]\n")
            .Should().Equal(
                "(3,17): error PRM324: 'n' gives no value for 'b', and the variable has no example. Add one of them.");

    [Theory]
    [InlineData("0.5", "{ equals: x }", 1)]
    [InlineData("0.5", "{ equals: { a: 1 } }", 1)]
    [InlineData("0", "{ equals: x }", 0)]
    [InlineData("0.5", "{ not-equals: x }", 0)]
    [InlineData("0.5", "{ equals: x, severity: warn }", 0)]
    [InlineData("0.5", "{ one-of: [x, y] }", 0)]
    public void Exact_words_of_a_model_that_varies_them_are_a_warning(string temperature, string item, int count) =>
        SmokeCases.Problems(
            $"text: t\ninference: {{ temperature: {temperature} }}\ntests: [{{ name: n, expect: [{item}] }}]\n")
            .Count(problem => problem.Contains("warning PRM322", StringComparison.Ordinal)).Should().Be(count);

    [Fact]
    public void A_broken_default_is_reported_once_however_many_cases_share_it() =>
        SmokeCases.Problems("text: t\ntestDefaults: { expect: [{ contains: '' }] }\ntests: [{ name: a, expect: "
            + "[is-json] }, { name: b, expect: [is-json] }]\n")
            .Should().ContainSingle().Which.Should().StartWith("(2,38): error PRM305");

    [Theory]
    [InlineData("given: { document: 17 }", "\"17\"")]
    [InlineData("given: { document: a text }", "\"a text\"")]
    public void A_flow_that_takes_a_text_is_given_one(string given, string document) =>
        Flow("String", given).Should().Be(document);

    [Theory]
    [InlineData("given: { document: { a: 1 } }", """{"a":1}""")]
    [InlineData("given: { a: 1, b: x }", """{"a":1,"b":"x"}""")]
    public void A_flow_that_takes_an_object_is_given_one(string given, string document) =>
        Flow("Object", given).Should().Be(document);

    [Theory]
    [InlineData("String", "given: { document: [a] }", "PRM325")]
    [InlineData("String", "given: { other: a }", "PRM325")]
    [InlineData("Object", "tags: [a]", "PRM324")]
    public void A_flow_without_a_fitting_document_is_an_error(string type, string given, string code) =>
        SmokeCases.Problems(FlowFile(type, given)).Should().ContainSingle().Which.Should().Contain($"error {code}:");

    [Theory]
    [InlineData("finish-reason: end_turn")]
    [InlineData("tool-called: a")]
    public void What_flows_do_not_tell_is_an_error_in_a_flow(string item) =>
        SmokeCases.Problems(FlowFile("String", "given: { document: a }")
            .Replace("is-json", $"{{ {item} }}", StringComparison.Ordinal))
            .Should().ContainSingle().Which.Should().Contain("PRM326").And.Contain("prompts only");

    private static string Flow(string type, string given) =>
        ((SmokeInput.Document)SmokeCases.Read(FlowFile(type, given)).Single().Input).Content.GetRawText();

    private static string FlowFile(string type, string given) => $$"""
        kind: flow
        description: d
        nodes:
          Message: { type: Input, output: {{type}} }
          Answer: { type: Output, inputs: { document: Message.document } }
        tests: [{ name: a, {{given}}, expect: [is-json] }]
        """;
}
