using FluentAssertions;
using Infra.Smoke.Judging;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Smoke;

public sealed class TextExpectationTests
{
    [Theory]
    [InlineData("equals: Paris", "Paris")]
    [InlineData("equals: Paris", " Paris\n")]
    [InlineData("equals: 1.0", "1")]
    [InlineData("equals: { a: [1, x] }", "{\"a\": [1.0, \"x\"]}")]
    [InlineData("equals: ''", "")]
    [InlineData("one-of: [billing, refund]", "refund\n")]
    [InlineData("contains: ORD-1", "order ORD-1.")]
    [InlineData("icontains: ord-1", "order ORD-1.")]
    [InlineData("icontains: GARCÍA", "María García")]
    [InlineData("contains-all: [a, b]", "b a")]
    [InlineData("contains-any: [a, b]", "xbx")]
    [InlineData("icontains-all: [A, b]", "B a")]
    [InlineData("icontains-any: [A, z]", "a")]
    [InlineData("starts-with: Dear", "\n Dear Ms")]
    [InlineData("ends-with: '?'", "Can I help?\n")]
    [InlineData("regex: '^\\d{4}$'", "2026")]
    [InlineData("regex: '(?i)order (?!x)\\w'", "ORDER y")]
    [InlineData("word-count: 3", "one  two\nthree")]
    [InlineData("word-count: { min: 1, max: 3 }", "one two")]
    [InlineData("word-count: { max: 3 }", "")]
    [InlineData("char-count: 3", "né👨‍👩‍👧")]
    [InlineData("char-count: { min: 2 }", "ab")]
    [InlineData("similarity: { to: The cat sat down, threshold: 0.8 }", "the cat sat, down!")]
    [InlineData("is-json: true", "[1, null]")]
    [InlineData("is-json", "42")]
    [InlineData("contains-json", "{\"a\": 1}")]
    [InlineData("contains-json", "Here you are:\n```json\n{\"a\": 1}\n```\nBye")]
    [InlineData("contains-json", "```\n[1]\n```")]
    [InlineData("contains-json", "The result {not json} is {\"a\": {\"b\": []}} today")]
    [InlineData("contains-json", "List:\n[\"a\", \"b\"]\nDone")]
    [InlineData("json-schema: { type: object, required: [a] }", "```json\n{\"a\": 1}```")]
    [InlineData("json-path: { path: '$.a.b[0]' }", "{\"a\": {\"b\": [0]}}")]
    [InlineData("json-path: { path: '$.items[*].n', min: 1, max: 3, not-equals: 2 }",
        "{\"items\": [{\"n\": 1}, {\"n\": 3}]}")]
    [InlineData("json-path: { path: \"$['a b'].c\", icontains: YES }", "{\"a b\": {\"c\": \"oh yes\"}}")]
    [InlineData("json-path: { path: '$[-1]', equals: { x: 1 } }", "[0, {\"x\": 1}]")]
    [InlineData("json-path: { path: $.price, equals: 1.50 }", "{\"price\": 1.5}")]
    [InlineData("any-of: [{ contains: x }, { contains: y }]", "y")]
    [InlineData("all-of: [{ contains: x }, { not-contains: y }]", "x")]
    [InlineData("none-of: [{ contains: x }, is-json]", "z")]
    public void It_holds_and_its_opposite_does_not(string item, string answer)
    {
        Judge(item, answer).Should().Be(Outcome.Pass);
        Judge(Opposite(item), answer).Should().Be(Outcome.Fail);
    }

    [Theory]
    [InlineData("equals: Paris", "paris")]
    [InlineData("equals: '1.0'", "1")]
    [InlineData("equals: { a: 1 }", "{\"a\": 2}")]
    [InlineData("equals: { a: 1 }", "no json")]
    [InlineData("one-of: [billing, refund]", "refunds")]
    [InlineData("contains: ORD-1", "order ord-1.")]
    [InlineData("icontains: ord-1", "order ORD-2.")]
    [InlineData("contains-all: [a, b]", "a")]
    [InlineData("contains-any: [a, b]", "A B")]
    [InlineData("icontains-all: [A, b]", "a")]
    [InlineData("icontains-any: [A, z]", "q")]
    [InlineData("starts-with: Dear", "My Dear")]
    [InlineData("ends-with: '?'", "Can I help? Yes.")]
    [InlineData("regex: '^\\d{4}$'", "year 2026")]
    [InlineData("word-count: 3", "one two")]
    [InlineData("word-count: { min: 1 }", " ")]
    [InlineData("char-count: { max: 2 }", "abc")]
    [InlineData("similarity: { to: The cat sat down, threshold: 0.8 }", "a dog stood up")]
    [InlineData("is-json", "```json\n{}\n```")]
    [InlineData("contains-json", "as shown in [1] and [2]")]
    [InlineData("contains-json", "{not json}")]
    [InlineData("contains-json", "42")]
    [InlineData("json-schema: { type: object, required: [a] }", "{\"b\": 1}")]
    [InlineData("json-schema: { type: object }", "no json")]
    [InlineData("json-path: { path: '$.a.b[1]' }", "{\"a\": {\"b\": [0]}}")]
    [InlineData("json-path: { path: '$.items[*].n', max: 2 }", "{\"items\": [{\"n\": 1}, {\"n\": 3}]}")]
    [InlineData("json-path: { path: '$.n', min: 0 }", "{\"n\": \"many\"}")]
    [InlineData("any-of: [{ contains: x }, { contains: y }]", "z")]
    [InlineData("all-of: [{ contains: x }, { not-contains: y }]", "xy")]
    [InlineData("none-of: [{ contains: x }, is-json]", "42")]
    public void It_does_not_hold_and_its_opposite_does(string item, string answer)
    {
        Judge(item, answer).Should().Be(Outcome.Fail);
        Judge(Opposite(item), answer).Should().Be(Outcome.Pass);
    }

    [Theory]
    [InlineData("contains: ORD-1", "hello", "the answer does not contain 'ORD-1': 'hello'")]
    [InlineData("not-contains: b", "abc", "the answer contains 'b'")]
    [InlineData("contains-all: [a, b, c]", "b", "the answer does not contain 'a' and 'c': 'b'")]
    [InlineData("equals: yes", "no", "the answer is 'no', not 'yes'")]
    [InlineData("word-count: { max: 1 }", "a b", "the answer has 2 words, not at most 1")]
    [InlineData("is-json", "```\n{}\n```", "the answer is not JSON as a whole, but contains JSON*contains-json*")]
    [InlineData("json-path: { path: '$.a[*]', equals: x }", "{\"a\": [\"x\", \"y\"]}", "$.a[*] is 'y', not 'x'")]
    [InlineData("json-schema: { properties: { a: { type: string } } }", "{\"a\": 1}",
        "*does not fit: $.a is number, not string")]
    [InlineData("any-of: [{ contains: x }, { contains: y }]", "z",
        "the answer does not contain 'x': 'z'; the answer does not contain 'y': 'z'")]
    public void A_reason_says_what_was_found(string item, string answer, string reason) =>
        SmokeCases.Judge(item, answer).Reason.Should().Match(reason);

    [Fact]
    public void Long_texts_differ_from_a_character_on()
    {
        var text = string.Concat(Enumerable.Repeat("same words ", 12));

        var verdict = SmokeCases.Judge($"equals: '{text}end'", $"{text}End");

        verdict.Reason.Should().Be("the answer differs from character 133 on: 'End' instead of 'end'");
    }

    [Fact]
    public void A_verdict_names_the_expectation_and_its_place()
    {
        var verdict = SmokeCases.Judge("{ not-contains-any: [a, b], severity: warn }", "a");

        verdict.Outcome.Should().Be(Outcome.Warn);
        verdict.Expectation.Should().Be("not-contains-any: [\"a\",\"b\"]");
        verdict.At.ToString().Should().Be("prompts/sample.yaml(2,42)");
    }

    [Fact]
    public void Looking_for_json_in_a_long_text_that_has_none_ends()
    {
        var text = string.Concat(Enumerable.Repeat("{\"a\": [", 20_000));

        SmokeCases.Judge("contains-json", text).Outcome.Should().Be(Outcome.Fail);
    }

    private static Outcome Judge(string item, string answer) => SmokeCases.Judge(Braced(item), answer).Outcome;

    private static string Opposite(string item) => $"not-{item}";

    private static string Braced(string item) => item.Contains(": ", StringComparison.Ordinal) ? $"{{ {item} }}" : item;
}
