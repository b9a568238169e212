using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Smoke.Json;

namespace Infra.Smoke.Expectations;

/// <summary>Reads the items of <c>expect:</c>, whose shape has been checked.</summary>
public static class ExpectationReader
{
    private const string SeverityKey = "severity";

    /// <summary>
    /// The expectation of an item; null when it is invalid, which has been reported here or by the shape's check.
    /// </summary>
    public static Expectation? Read(YamlNode item, ICollection<Diagnostic> report)
    {
        var names = Names(item).ToImmutableArray();
        if (names.Length > 1)
        {
            report.Add(Problems.SeveralExpectations(names[1].Key.At, names[0].Key.Text, names[1].Key.Text));
        }
        else if (item is YamlNode.Mapping mapping && mapping.Entries.All(entry => entry.Key.Text is SeverityKey))
        {
            report.Add(Problems.NoExpectation(item.At));
        }

        var severity = item.Text(SeverityKey)?.Value is "warn" ? Severity.Warning : Severity.Error;
        return names is [var (key, value)] ? Read(key, value, severity, report) : null;
    }

    /// <summary>The parts of a group: expectations without a severity of their own.</summary>
    internal static ImmutableArray<Expectation> ReadParts(YamlNode? items, ICollection<Diagnostic> report)
    {
        foreach (var entry in items.Items().SelectMany(item => item.Entries()))
        {
            if (entry.Key.Text is SeverityKey)
            {
                report.Add(Problems.SeverityOfPart(entry.Key.At));
            }
        }

        return [.. items.Items().Select(item => Read(item, report)).OfType<Expectation>()];
    }

    /// <summary>The expectations among other keys of a mapping: <c>json-path</c>, <c>flow-node-output</c>.</summary>
    internal static ImmutableArray<Expectation> ReadKeys(YamlNode? mapping, ICollection<Diagnostic> report) =>
    [
        .. mapping.Entries()
            .Where(entry => IsExpectation(entry.Key.Text))
            .Select(entry => Read(entry.Key, entry.Value, Severity.Error, report))
            .OfType<Expectation>(),
    ];

    private static Expectation? Read(
        YamlNode.Scalar key, YamlNode? value, Severity severity, ICollection<Diagnostic> report)
    {
        var negated = key.Text.StartsWith(ExpectationShape.Not, StringComparison.Ordinal);
        var name = negated ? key.Text[ExpectationShape.Not.Length..] : key.Text;
        var words = value switch
        {
            null or YamlNode.Scalar { Text: "true" } => key.Text,
            YamlNode.Scalar { Text: "" } => $"{key.Text}: ''",
            _ => $"{key.Text}: {JsonText.Of(JsonText.Of(value))}",
        };
        var argument = new Argument(name, negated, words, value, key.At, report);
        if (ExpectationShape.Item[name]?.Kind is Kind.Flag && value is not (null or YamlNode.Scalar { Text: "true" }))
        {
            if (value is YamlNode.Scalar { Text: "false" })
            {
                report.Add(Problems.ExpectationSwitchedOff(value.At, negated ? name : ExpectationShape.Not + name));
            }

            return null;
        }

        return CheckReader.Read(argument) is { } check ? new(check, negated, severity, words, key.At) : null;
    }

    private static IEnumerable<(YamlNode.Scalar Key, YamlNode? Value)> Names(YamlNode item) => item switch
    {
        YamlNode.Scalar word when IsExpectation(word.Text) => [(word, null)],
        _ => item.Entries()
            .Where(entry => IsExpectation(entry.Key.Text))
            .Select(entry => (entry.Key, (YamlNode?)entry.Value)),
    };

    private static bool IsExpectation(string key) => key is not SeverityKey && ExpectationShape.Item[key] is not null;
}
