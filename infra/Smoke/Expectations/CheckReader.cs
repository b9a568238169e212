using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Smoke.Json;
using Infra.Smoke.Judging;
using Infra.Values;

namespace Infra.Smoke.Expectations;

/// <summary>Reads the argument of each expectation; null when it is invalid, which is reported.</summary>
internal static class CheckReader
{
    public static Check? Read(Argument argument) => argument.Name switch
    {
        "equals" => Equal(argument),
        "one-of" => argument.Texts() is { } texts ? new Check.EqualTo(texts, IsSingle: false) : null,
        "contains" or "icontains" => Contain(argument, argument.Text() is { } text ? [text] : null, all: true),
        "contains-all" or "icontains-all" => Contain(argument, argument.FullTexts(), all: true),
        "contains-any" or "icontains-any" => Contain(argument, argument.FullTexts(), all: false),
        "starts-with" => argument.Text() is { } start ? new Check.StartsWith(start) : null,
        "ends-with" => argument.Text() is { } end ? new Check.EndsWith(end) : null,
        "regex" => Match(argument),
        "word-count" => argument.Count() is { } words ? new Check.WordCount(words) : null,
        "char-count" => argument.Count() is { } characters ? new Check.CharacterCount(characters) : null,
        "similarity" => Similar(argument),
        "is-json" => new Check.IsJson(),
        "contains-json" => new Check.ContainsJson(),
        "json-schema" => argument.Value is YamlNode.Mapping schema
            ? new Check.FitsSchema(JsonSchemaReader.Read(schema, argument.Report))
            : null,
        "json-path" => AtPath(argument),
        "rubric" => argument.Text() is { } criterion ? new Check.Rubric(criterion) : null,
        _ => CallCheckReader.Read(argument),
    };

    private static Check.OfText? Equal(Argument argument) => argument.Value switch
    {
        YamlNode.Mapping or YamlNode.Sequence => new Check.EqualToJson(JsonText.Of(argument.Value)),
        YamlNode.Scalar { IsNull: false } text => new Check.EqualTo([text.Text, .. AsNumber(text)], IsSingle: true),
        _ => null,
    };

    /// <summary>The spellings of an unquoted number: 1.0 equals 1.</summary>
    private static IEnumerable<string> AsNumber(YamlNode.Scalar scalar) =>
        scalar.ToValue() is Value.Number number ? [CanonicalJson.Number(number.Content)] : [];

    private static Check.Contains? Contain(Argument argument, ImmutableArray<string>? texts, bool all) =>
        texts is null ? null : new(texts.Value, all, IgnoreCase: argument.Name[0] is 'i');

    private static Check.Matches? Match(Argument argument)
    {
        if (argument.Value is not { } value || SafeRegex.Read(value, argument.Report) is not { } pattern)
        {
            return null;
        }

        if (pattern.MatchesEverything())
        {
            argument.AlwaysHolds(value.At, "the pattern matches every text");
            return null;
        }

        return new(pattern);
    }

    private static Check.SimilarTo? Similar(Argument argument)
    {
        var (to, threshold) = (argument.Value.Text("to"), argument.Value.Number("threshold"));
        if (to is not { } text || threshold is not { } least)
        {
            return null;
        }

        var words = new WordBag(text.Value);
        if (words.IsEmpty)
        {
            argument.NeverHolds(text.At, "it has no words to compare");
            return null;
        }

        if (least.Value is > 0 and <= 1)
        {
            return new(words, (double)least.Value);
        }

        if (least.Value > 1)
        {
            argument.NeverHolds(least.At, "no similarity exceeds 1");
            return null;
        }

        argument.AlwaysHolds(least.At, "every similarity reaches 0");
        return null;
    }

    private static Check.AtPath? AtPath(Argument argument)
    {
        if ((argument.Value as YamlNode.Mapping)?["path"]?.Value is not YamlNode.Scalar { IsNull: false } scalar)
        {
            return null;
        }

        if (JsonPath.Parse(scalar.Text, out var fault) is not { } path)
        {
            argument.Report.Add(Problems.BadJsonPath(
                scalar.Places.Locate(Math.Min(fault, Math.Max(0, scalar.Text.Length - 1))), scalar.Text));
            return null;
        }

        var expectations = ExpectationReader.ReadKeys(argument.Value, argument.Report);
        return argument.Value.Get("min") is null && argument.Value.Get("max") is null
            ? new(path, expectations)
            : argument.Range() is { } bounds ? new(path, [.. expectations, Within(bounds, argument)]) : null;
    }

    private static Expectation Within(Bounds bounds, Argument argument) => new(
        new Check.Number(bounds), Negated: false, Severity.Error, argument.Words, argument.At);
}
