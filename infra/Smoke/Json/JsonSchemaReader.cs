using System.Collections.Immutable;
using Infra.Definitions.Format;
using Infra.Definitions.Prompts;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;
using Infra.Smoke.Expectations;

namespace Infra.Smoke.Json;

/// <summary>Reads a JSON schema from YAML.</summary>
internal static class JsonSchemaReader
{
    private static readonly ImmutableArray<string> Annotations =
        ["$schema", "$id", "$comment", "title", "description", "default", "examples"];

    private static readonly ImmutableArray<string> Known =
    [
        "type", "enum", "const", "properties", "required", "additionalProperties", "minProperties", "maxProperties",
        "items", "minItems", "maxItems", "uniqueItems", "minLength", "maxLength", "pattern", "format", "minimum",
        "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "allOf", "anyOf", "oneOf", "not",
    ];

    /// <summary>The schema; a part that cannot be read is reported and requires nothing.</summary>
    public static JsonSchema Read(YamlNode node, ICollection<Diagnostic> report)
    {
        if (node is not YamlNode.Mapping mapping)
        {
            return node is YamlNode.Scalar { Text: "true" or "false", Style: ScalarStyle.Plain } flag
                ? new([SchemaRules.Always(flag.Text is "true")])
                : Wrong(node, "schema", "a schema: a mapping, true or false", report);
        }

        return new([.. mapping.Entries
            .Where(entry => !Annotations.Contains(entry.Key.Text))
            .Select(entry => Rule(mapping, entry, report))
            .OfType<SchemaRule>()]);
    }

    private static SchemaRule? Rule(YamlNode.Mapping schema, YamlEntry entry, ICollection<Diagnostic> report)
    {
        var (keyword, value) = (entry.Key.Text, entry.Value);
        return keyword switch
        {
            "type" => Words(entry, SchemaRules.Types, report) is { } types ? SchemaRules.HasType(types) : null,
            "enum" when value is YamlNode.Sequence { Items.IsEmpty: false } list =>
                SchemaRules.IsOneOf([.. list.Items.Select(JsonText.Of)]),
            "const" => SchemaRules.IsOneOf([JsonText.Of(value)]),
            "pattern" => SafeRegex.Read(value, report) is { } pattern ? SchemaRules.MatchesPattern(pattern) : null,
            "format" => Words(entry, SchemaFormats.Names, report) is [var format] ? SchemaFormats.Rule(format) : null,
            "uniqueItems" when value is YamlNode.Scalar { Text: "true" or "false" } flag =>
                SchemaRules.IsUnique(flag.Text is "true"),
            "required" when value is YamlNode.Sequence names =>
                SchemaRules.Requires([.. names.Items.Texts().Select(name => name.Value)]),
            "properties" when value is YamlNode.Mapping members =>
                SchemaRules.Members(
                    [.. members.Entries.Select(member => (member.Key.Text, Read(member.Value, report)))]),
            "additionalProperties" => SchemaRules.OtherMembers(
                [.. schema["properties"]?.Value.Entries().Select(member => member.Key.Text) ?? []],
                Read(value, report)),
            "items" when value is not YamlNode.Sequence => SchemaRules.EachItem(Read(value, report)),
            "not" => SchemaRules.FitsNot(Read(value, report)),
            "allOf" or "anyOf" or "oneOf" when value is YamlNode.Sequence { Items.IsEmpty: false } schemas =>
                SchemaRules.Combine(keyword, [.. schemas.Items.Select(item => Read(item, report))]),
            _ => Number(keyword, value) ?? Unreadable(entry, report),
        };
    }

    private static SchemaRule? Number(string keyword, YamlNode value) =>
        value.ToValue() is Values.Value.Number number ? SchemaNumbers.Rule(keyword, number.Content) : null;

    private static ImmutableArray<string>? Words(
        YamlEntry entry, ImmutableArray<string> known, ICollection<Diagnostic> report)
    {
        var words = entry.Value is YamlNode.Sequence list ? list.Items : [entry.Value];
        var texts = words.Texts().Select(word => word.Value).ToImmutableArray();
        if (texts.IsEmpty || texts.Length < words.Length || !texts.All(known.Contains))
        {
            Wrong(entry.Value, entry.Key.Text, $"one of {string.Join(", ", known)}", report);
            return null;
        }

        return texts;
    }

    private static SchemaRule? Unreadable(YamlEntry entry, ICollection<Diagnostic> report)
    {
        if (Known.Contains(entry.Key.Text))
        {
            Wrong(entry.Value, entry.Key.Text, SchemaRules.Expected(entry.Key.Text), report);
        }
        else
        {
            var advice = DidYouMean.Advice(entry.Key.Text, Known);
            report.Add(Problems.UnknownSchemaKeyword(entry.Key.At, entry.Key.Text, advice));
        }

        return null;
    }

    private static JsonSchema Wrong(YamlNode node, string keyword, string expected, ICollection<Diagnostic> report)
    {
        report.Add(Problems.BadSchemaValue(node.At, keyword, expected));
        return new([]);
    }
}
