using FluentAssertions;
using Infra.Smoke.Judging;
using Infra.Tests.Support;
using Xunit;

namespace Infra.Tests.Smoke;

public sealed class JsonSchemaTests
{
    [Theory]
    [InlineData("type: integer", "1.0", "1.5")]
    [InlineData("type: [string, 'null']", "null", "1")]
    [InlineData("type: boolean", "true", "\"true\"")]
    [InlineData("type: array", "[]", "{}")]
    [InlineData("enum: [low, 2, null]", "2.0", "\"LOW\"")]
    [InlineData("const: { a: [1] }", "{\"a\":[1]}", "{\"a\":[1,2]}")]
    [InlineData("required: [a]", "{\"a\":null}", "{}")]
    [InlineData("properties: { a: { type: string } }", "{\"b\":1}", "{\"a\":1}")]
    [InlineData("properties: { a: true }, additionalProperties: false", "{\"a\":1}", "{\"a\":1,\"b\":2}")]
    [InlineData("additionalProperties: { type: number }", "{\"b\":1}", "{\"b\":\"1\"}")]
    [InlineData("minProperties: 1, maxProperties: 2", "{\"b\":1}", "{}")]
    [InlineData("items: { minimum: 0 }", "[0, 1]", "[0, -1]")]
    [InlineData("minItems: 1, maxItems: 2", "[1]", "[1,2,3]")]
    [InlineData("uniqueItems: true", "[1,2,\"1\"]", "[1,2,1.0]")]
    [InlineData("minLength: 2, maxLength: 2", "\"😀é\"", "\"a\"")]
    [InlineData("pattern: ^a", "\"ab\"", "\"ba\"")]
    [InlineData("minimum: 1, maximum: 2", "2", "2.1")]
    [InlineData("exclusiveMinimum: 1", "1.1", "1")]
    [InlineData("exclusiveMaximum: 1", "0.9", "1")]
    [InlineData("maximum: 1e20", "1", "1e99")]
    [InlineData("multipleOf: 0.1", "0.3", "0.35")]
    [InlineData("allOf: [{ minimum: 1 }, { maximum: 2 }]", "1", "3")]
    [InlineData("anyOf: [{ minimum: 5 }, { maximum: 2 }]", "1", "3")]
    [InlineData("oneOf: [{ minimum: 2 }, { maximum: 3 }]", "1", "2.5")]
    [InlineData("not: { type: string }", "1", "\"1\"")]
    [InlineData("items: false", "[]", "[1]")]
    [InlineData("format: date", "\"2026-11-21\"", "\"2026-13-01\"")]
    [InlineData("format: date-time", "\"2026-11-21T10:00:00.5Z\"", "\"2026-11-21T10:00:00\"")]
    [InlineData("format: email", "\"a@b.example\"", "\"a b@c\"")]
    [InlineData("format: uuid", "\"00000000-0000-0000-0000-00000000000a\"", "\"0\"")]
    [InlineData("format: uri", "\"https://example.com/a\"", "\"/a\"")]
    [InlineData("$schema: x, title: t, description: d, default: 1, examples: [1], $comment: c, type: number", "1",
        "\"1\"")]
    public void A_keyword_accepts_and_refuses(string schema, string accepted, string refused)
    {
        Judge(schema, accepted).Should().Be(Outcome.Pass);
        Judge(schema, refused).Should().Be(Outcome.Fail);
    }

    [Theory]
    [InlineData("{ type: object, properties: { items: { items: { required: [price] } } } }",
        "{\"items\":[{\"price\":1},{}]}", "$.items[1] lacks 'price'")]
    [InlineData("{ additionalProperties: false }", "{\"x\":1}", "$.x is not allowed")]
    [InlineData("{ enum: [a, b] }", "\"c\"", "$ is 'c', not 'a' or 'b'")]
    [InlineData("{ minimum: 3 }", "2", "$ is 2, less than 3")]
    [InlineData("{ oneOf: [{ minimum: 1 }, { minimum: 2 }] }", "3", "$ fits 2 schemas of 'oneOf', not one")]
    public void A_fault_names_the_place(string schema, string answer, string fault) =>
        SmokeCases.Judge($"{{ json-schema: {schema} }}", answer).Reason.Should().EndWith(fault);

    private static Outcome Judge(string schema, string answer) =>
        SmokeCases.Judge($"{{ json-schema: {{ {schema} }} }}", answer).Outcome;
}
