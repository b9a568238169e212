using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Infra.Smoke.Expectations;
using Infra.Smoke.Json;

namespace Infra.Smoke.Judging;

/// <summary>Checks of JSON in a text.</summary>
internal static class JsonChecks
{
    public static Finding Find(Check.OfText check, Passage passage) => check switch
    {
        Check.EqualToJson equal => Equal(equal.Json, passage),
        Check.IsJson => IsJson(passage),
        Check.ContainsJson => ContainsJson(passage),
        Check.FitsSchema fits => Fits(fits.Schema, passage),
        Check.AtPath atPath => AtPath(atPath, passage),
        _ => throw new UnreachableException(),
    };

    private static Finding Equal(JsonElement expected, Passage passage) => JsonInText.Whole(passage.Text) switch
    {
        null => NoJson(passage),
        { } json when JsonElement.DeepEquals(json, expected) => new(true, $"{passage.Subject} is the expected JSON"),
        _ => new(false, $"{passage.Subject} is {passage.Quoted}, not {passage.Redaction.Quote(JsonText.Of(expected))}"),
    };

    private static Finding IsJson(Passage passage) =>
        JsonInText.Whole(passage.Text) is not null ? new(true, $"{passage.Subject} is JSON")
        : JsonInText.Anywhere(passage.Text) is not null
            ? new(false, $"{passage.Subject} is not JSON as a whole, but contains JSON; use contains-json if that is "
                + $"enough: {passage.Quoted}")
            : new(false, $"{passage.Subject} is not JSON: {passage.Quoted}");

    private static Finding ContainsJson(Passage passage) =>
        JsonInText.Anywhere(passage.Text) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array }
            ? new(true, $"{passage.Subject} contains JSON")
            : NoJson(passage);

    private static Finding Fits(JsonSchema schema, Passage passage) => JsonInText.Anywhere(passage.Text) switch
    {
        null => NoJson(passage),
        { } json when schema.Fault(json) is { } fault =>
            new(false, $"the JSON of {passage.Subject} does not fit: {passage.Redaction.Excerpt(fault, 200)}"),
        _ => new(true, $"the JSON of {passage.Subject} fits the schema"),
    };

    private static Finding AtPath(Check.AtPath check, Passage passage)
    {
        if (JsonInText.Anywhere(passage.Text) is not { } json)
        {
            return NoJson(passage);
        }

        var values = check.Path.Select(json).ToImmutableArray();
        return values.IsEmpty
            ? new(false, $"the JSON of {passage.Subject} has nothing at {check.Path.Text}")
            : Connective.All(values
                .SelectMany(value => check.Expectations.Select(expectation =>
                    Judgement.Find(expectation, passage with { Text = JsonText.Of(value), Subject = check.Path.Text })))
                .DefaultIfEmpty(new(true, $"the JSON of {passage.Subject} has {check.Path.Text}")));
    }

    private static Finding NoJson(Passage passage) =>
        new(false, $"{passage.Subject} contains no JSON: {passage.Quoted}");
}
