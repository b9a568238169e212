using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Values;

namespace Infra.Exchange.Imports.Foreign;

/// <summary>Converts promptfoo's assertions to expectations; those without an equivalent are reported and left
/// out.</summary>
internal static class PromptfooAssertions
{
    /// <summary>The expectations for <c>assert</c>; null when none are left.</summary>
    public static YamlNode? Read(ImportedPart holder) =>
        holder.Parts("assert") is { } assertions
        && assertions.Select(One).OfType<YamlNode>().ToArray() is { Length: > 0 } read
            ? YamlNodes.List(read)
            : null;

    private static YamlNode? One(ImportedPart assertion)
    {
        var (type, not) = PromptfooWords.Split(assertion.RequiredText("type") ?? "");
        assertion.Ignore("metric");
        var severity = assertion.Take("weight") is Value.Number { Content: 0 } ? YamlNodes.Plain("warn") : null;
        var read = Expectation(assertion, type, not);
        if (read is null)
        {
            assertion.Ignore(assertion.Keys);
            assertion.Report.Add(
                Problems.ImportedAssertion(assertion.AtOf("type"), assertion.PlaceOf("type"), not + type));
            return null;
        }

        assertion.Finish();
        return severity is null && read.Value.Value is YamlNode.Scalar { Text: "" } ? YamlNodes.Text(read.Value.Key)
            : YamlNodes.Map((read.Value.Key, read.Value.Value), ("severity", severity));
    }

    private static (string Key, YamlNode Value)? Expectation(ImportedPart assertion, string type, string not) =>
        type switch
        {
            "is-json" when assertion.Has("value") => Keyed(not + "json-schema", assertion.Json("value")),
            "assert-set" when not.Length == 0 => Keyed(
                assertion.Take("threshold") is Value.Number { Content: < 1 } ? "any-of" : "all-of", Read(assertion)),
            "latency" when Threshold(assertion) is { } milliseconds => Keyed(
                not + type, YamlNodes.Text($"{CanonicalJson.Number(milliseconds)}ms")),
            "cost" when Threshold(assertion) is { } dollars => Keyed(not + type, YamlNodes.Of(dollars)),
            PromptfooWords.Rubric when assertion.Text("value") is { Length: > 0 } rubric =>
                Keyed(not + "rubric", YamlNodes.Text(rubric)),
            "finish-reason" when assertion.Text("value") is { } word => Keyed(
                not + type, YamlNodes.Text(PromptfooWords.Ours(word))),
            _ when PromptfooWords.Flags.Contains(type) => (not + type, YamlNodes.Plain("")),
            _ when PromptfooWords.WithValue.Contains(type) && assertion.Take("value") is { } value =>
                Keyed(not + type, YamlNodes.Of(value)),
            _ => null,
        };

    private static (string Key, YamlNode Value)? Keyed(string key, YamlNode? value) =>
        value is null ? null : (key, value);

    private static decimal? Threshold(ImportedPart assertion) =>
        (assertion.Take("threshold") ?? assertion.Take("value")) is Value.Number number ? number.Content : null;
}
