using System.Globalization;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Exchange.Exports;

/// <summary>An expectation as a promptfoo assertion.</summary>
internal static class PromptfooAssertion
{
    /// <summary>The assertion; null, with a report, when promptfoo has no equivalent.</summary>
    public static YamlNode? Of(YamlNode expectation, ICollection<Diagnostic> report)
    {
        if (expectation is YamlNode.Scalar word)
        {
            return Assertion(word.Text, YamlNodes.Plain("true"), word, report);
        }

        var entries = expectation.Entries().ToArray();
        var isWarning = expectation.Text("severity")?.Value is "warn";
        return entries.FirstOrDefault(entry => entry.Key.Text is not "severity") is { } stated
            && Assertion(stated.Key.Text, stated.Value, stated.Key, report) is { } read
                ? isWarning ? YamlNodes.Map([.. Pairs(read), ("weight", YamlNodes.Plain("0"))]) : read
                : null;
    }

    private static YamlNode.Mapping? Assertion(
        string key, YamlNode value, YamlNode at, ICollection<Diagnostic> report)
    {
        var (word, not) = PromptfooWords.Split(key);
        YamlNode.Mapping? read = word switch
        {
            _ when PromptfooWords.Flags.Contains(word) => Typed(not + word),
            _ when PromptfooWords.WithValue.Contains(word) => Typed(not + word, ("value", value)),
            "json-schema" => Typed($"{not}is-json", ("value", value)),
            "latency" when Milliseconds(value) is { } most => Typed(not + word, ("threshold", YamlNodes.Of(most))),
            "rubric" => Typed($"{not}{PromptfooWords.Rubric}", ("value", value)),
            "cost" => Typed(not + word, ("threshold", value)),
            "finish-reason" when value is YamlNode.Scalar reason => Typed(
                not + word, ("value", YamlNodes.Text(PromptfooWords.Theirs(reason.Text)))),
            "all-of" when not.Length == 0 => Group(value, threshold: null, report),
            "any-of" when not.Length == 0 => Group(value, YamlNodes.Plain("0.01"), report),
            _ => null,
        };
        if (read is null)
        {
            report.Add(Problems.CannotExport(at.At, $"'{key}'", "promptfoo"));
        }

        return read;
    }

    private static YamlNode.Mapping Group(YamlNode list, YamlNode? threshold, ICollection<Diagnostic> report) => Typed(
        "assert-set",
        ("threshold", threshold),
        ("assert", YamlNodes.List(list.Items().Select(item => Of(item, report)).OfType<YamlNode>())));

    private static YamlNode.Mapping Typed(string type, params (string Key, YamlNode? Value)[] keys) =>
        YamlNodes.Map([("type", YamlNodes.Text(type)), .. keys]);

    private static IEnumerable<(string Key, YamlNode? Value)> Pairs(YamlNode.Mapping mapping) =>
        mapping.Entries.Select(entry => (entry.Key.Text, (YamlNode?)entry.Value));

    /// <summary>Reads a time of an expectation, as in <c>800ms</c>, <c>5s</c> or <c>2m</c>.</summary>
    private static decimal? Milliseconds(YamlNode value)
    {
        var text = value.Text()?.Value ?? "";
        var (number, unit) = text switch
        {
            _ when text.EndsWith("ms", StringComparison.Ordinal) => (text[..^2], 1),
            _ when text.EndsWith('s') => (text[..^1], 1000),
            _ when text.EndsWith('m') => (text[..^1], 60_000),
            _ => ("", 0),
        };
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            ? count * unit
            : null;
    }
}
