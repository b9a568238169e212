using FluentAssertions;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Smoke;

public sealed class MalformedExpectationTests
{
    [Theory]
    [InlineData("{}", 5, "PRM300", "checks nothing")]
    [InlineData("severity: warn", 5, "PRM300", "checks nothing")]
    [InlineData("{ contains: a, icontains: b }", 20, "PRM301", "'contains' and 'icontains' are in one item")]
    [InlineData("is-json: false", 14, "PRM302", "Write 'not-is-json'")]
    [InlineData("not-no-secrets: false", 21, "PRM302", "Write 'no-secrets'")]
    [InlineData("all-of: [{ contains: a, severity: warn }]", 29, "PRM303", "belongs to an item")]
    [InlineData("regex: 'ab(c'", 16, "PRM304", "not enough )'s")]
    [InlineData("regex: '[z-a]'", 16, "PRM304", "reverse order")]
    [InlineData("json-schema: { pattern: '(' }", 30, "PRM304", "not enough )'s")]
    [InlineData("contains: ''", 15, "PRM305", "contains: '' can never fail")]
    [InlineData("not-contains: ''", 19, "PRM306", "can never pass")]
    [InlineData("starts-with: ''", 18, "PRM305", "can never fail")]
    [InlineData("icontains-any: [a, '']", 24, "PRM305", "can never fail")]
    [InlineData("contains-all: []", 19, "PRM305", "has an empty list")]
    [InlineData("one-of: []", 13, "PRM305", "has an empty list")]
    [InlineData("flow-path: []", 16, "PRM305", "has an empty list")]
    [InlineData("any-of: []", 13, "PRM305", "has an empty list")]
    [InlineData("finish-reason: []", 20, "PRM305", "has an empty list")]
    [InlineData("regex: .*", 12, "PRM305", "the pattern matches every text")]
    [InlineData("regex: '(?s)^.*$'", 12, "PRM305", "the pattern matches every text")]
    [InlineData("regex: 'a*'", 12, "PRM305", "the pattern matches every text")]
    [InlineData("not-regex: '[\\s\\S]*'", 16, "PRM306", "can never pass")]
    [InlineData("word-count: {}", 17, "PRM305", "neither 'min' nor 'max'")]
    [InlineData("char-count: { min: 0 }", 17, "PRM305", "neither 'min' nor 'max'")]
    [InlineData("word-count: { min: 5, max: 3 }", 17, "PRM306", "'min' is more than 'max'")]
    [InlineData("word-count: -1", 17, "PRM306", "nothing is less than 0")]
    [InlineData("char-count: { max: -1 }", 17, "PRM306", "nothing is less than 0")]
    [InlineData("json-path: { path: $.a, min: 2, max: 1 }", 16, "PRM306", "'min' is more than 'max'")]
    [InlineData("similarity: { to: a b, threshold: 0 }", 39, "PRM305", "reaches 0")]
    [InlineData("similarity: { to: a b, threshold: 1.5 }", 39, "PRM306", "exceeds 1")]
    [InlineData("similarity: { to: '...', threshold: 0.5 }", 23, "PRM306", "no words to compare")]
    [InlineData("tokens: {}", 13, "PRM305", "none of 'input'")]
    [InlineData("tokens: 0", 13, "PRM306", "at least one token")]
    [InlineData("tokens: -5", 13, "PRM306", "at least one token")]
    [InlineData("cost: 0", 11, "PRM306", "no call is free")]
    [InlineData("latency: 5", 14, "PRM307", "Write a number with a unit")]
    [InlineData("latency: 0s", 14, "PRM307", "Write a number with a unit")]
    [InlineData("latency: 2h", 14, "PRM307", "Write a number with a unit")]
    [InlineData("json-schema: { type: object, propertys: {} }", 34, "PRM309", "Did you mean 'properties'?")]
    [InlineData("json-schema: { items: { $ref: '#/a' } }", 29, "PRM309", "'$ref' is not a keyword")]
    [InlineData("json-schema: { type: text }", 26, "PRM310", "'type' of a JSON schema must be")]
    [InlineData("json-schema: { minLength: -1 }", 31, "PRM310", "'minLength' of a JSON schema must be a number")]
    [InlineData("json-schema: { items: [{}] }", 27, "PRM310", "one schema for every item")]
    [InlineData("json-schema: { format: hostname }", 28, "PRM310", "one of date, date-time")]
    [InlineData("json-path: { path: a.b }", 24, "PRM311", "cannot be read as a path")]
    [InlineData("json-path: { path: '$.a[?(@.b)]' }", 28, "PRM311", "cannot be read as a path")]
    public void It_is_reported_where_it_stands(string item, int column, string code, string message)
    {
        var problems = SmokeCases.Problems($"text: t\ntests:\n- name: a\n  expect:\n  - {item}\n");

        problems.Should().ContainSingle()
            .Which.Should().StartWith($"(5,{column}): error {code}: ").And.Contain(message);
    }

    [Theory]
    [InlineData("contains: [a]", "PRM009")]
    [InlineData("contains-all: 'a, b'", "PRM009")]
    [InlineData("contains:", "PRM009")]
    [InlineData("equals:", "PRM009")]
    [InlineData("word-count: many", "PRM009")]
    [InlineData("word-count: { least: 3 }", "PRM008")]
    [InlineData("char-count: 1.5", "PRM009")]
    [InlineData("similarity: { to: a }", "PRM010")]
    [InlineData("similarity: [a]", "PRM009")]
    [InlineData("json-schema: text", "PRM009")]
    [InlineData("json-path: $.a", "PRM009")]
    [InlineData("json-path: { equals: a }", "PRM010")]
    [InlineData("json-path: { path: $.a, is-refusal: true }", "PRM008")]
    [InlineData("is-json: maybe", "PRM009")]
    [InlineData("is-refusal: 1", "PRM009")]
    [InlineData("finish-reason: stop", "PRM009")]
    [InlineData("finish-reason: [end_turn, stop]", "PRM009")]
    [InlineData("latency: [5s]", "PRM009")]
    [InlineData("tokens: few", "PRM009")]
    [InlineData("cost: cheap", "PRM009")]
    [InlineData("tool-called: { input: {} }", "PRM010")]
    [InlineData("tool-called: [a]", "PRM009")]
    [InlineData("no-secrets: yes", "PRM009")]
    [InlineData("no-prompt-leak: []", "PRM009")]
    [InlineData("no-template-leak: {}", "PRM009")]
    [InlineData("flow-node-output: A", "PRM009")]
    [InlineData("flow-node-output: { contains: A }", "PRM010")]
    [InlineData("flow-path: A", "PRM009")]
    [InlineData("flow-completed: SUCCESS", "PRM009")]
    [InlineData("all-of: a", "PRM009")]
    [InlineData("any-of: [x]", "PRM009")]
    [InlineData("none-of: [{ contain: x }]", "PRM008")]
    [InlineData("severity: warning", "PRM009")]
    public void A_wrong_type_is_reported_once_at_its_line(string item, string code)
    {
        var problems =
            SmokeCases.Problems($"text: t\ntests:\n- name: a\n  expect:\n  - contains: x\n  - {{ {item} }}\n");

        problems.Where(problem => !problem.Contains("PRM300", StringComparison.Ordinal))
            .Should().ContainSingle().Which.Should().StartWith("(6,").And.Contain($" error {code}: ");
    }

    [Fact]
    public void A_promptfoo_assertion_is_told_how_it_is_written_here() =>
        SmokeCases.Problems("text: t\ntests:\n- name: a\n  expect:\n  - { type: contains, value: x }\n")
            .Should().Contain(problem =>
                problem.Contains("Known: equals, contains, icontains", StringComparison.Ordinal));
}
