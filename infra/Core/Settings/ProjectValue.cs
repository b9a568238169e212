using System.Globalization;
using Infra.Definitions.Format;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>
/// An entry of <c>config:</c> in <c>Pulumi.yaml</c>: a value, or a mapping that declares one with <c>default:</c> or
/// <c>value:</c>.
/// </summary>
internal static class ProjectValue
{
    private static readonly string[] Known = ["type", "description", "items", "default", "value", "secret"];

    /// <summary>The value for stacks that do not set the key; null for none.</summary>
    /// <remarks>What Pulumi refuses is reported, and nothing else about it.</remarks>
    public static YamlNode? Of(YamlEntry entry, string project, ICollection<Diagnostic> report)
    {
        if (entry.Value is not YamlNode.Mapping mapping)
        {
            return entry.Value is YamlNode.Scalar { IsNull: true } ? null : entry.Value;
        }

        var ofProject = !entry.Key.Text.Contains(':', StringComparison.Ordinal)
            || entry.Key.Text.StartsWith($"{project}:", StringComparison.Ordinal);
        var (standard, value) = (mapping["default"], mapping["value"]);
        if (Why(mapping, ofProject, IsOurs(entry.Key.Text, project)) is { } why)
        {
            report.Add(Problems.ProjectConfigRefused(entry.Key.At, entry.Key.Text, why));
            return new YamlNode.Unreadable(entry.Key.At);
        }

        return (standard ?? value)?.Value is YamlNode.Scalar { IsNull: true } ? null : (standard ?? value)?.Value;
    }

    private static bool IsOurs(string key, string project) => key.Contains(':', StringComparison.Ordinal)
        ? key.StartsWith($"{SettingsReader.Project}:", StringComparison.Ordinal)
        : project is SettingsReader.Project;

    /// <summary>Whether Pulumi accepts a stack's value as one of a type; it treats every scalar as a text.</summary>
    public static bool Fits(YamlNode value, string type) => (type, value) switch
    {
        ("integer", YamlNode.Scalar scalar) => long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, null, out _),
        ("boolean", YamlNode.Scalar scalar) => scalar.Text is "true" or "false",
        ("array" or "object", YamlNode.Scalar) or ("array", YamlNode.Mapping) or ("object", YamlNode.Sequence) => false,
        ("string" or "integer" or "boolean", not YamlNode.Scalar) => value is YamlNode.Unreadable,
        _ => true,
    };

    private static string? Why(YamlNode.Mapping mapping, bool ofProject, bool isOurs) =>
        mapping.Entries.FirstOrDefault(entry => !Known.Contains(entry.Key.Text)) is { } unknown
            ? $"'{unknown.Key.Text}' is not one of {string.Join(", ", Known)}. Write a structured value below 'value:'"
        : mapping["default"] is not null && mapping["value"] is not null
            ? "it has both 'default' and 'value'. Keep one"
        : isOurs && mapping.Text("secret")?.Value is "true"
            ? "it would have to be secret, and no setting of bedrock-prompts may be. Remove 'secret'"
        : ofProject ? null
        : mapping["default"] is not null || mapping["type"] is not null
            ? "only keys of the project's own namespace have a 'type' or a 'default'. Write 'value:'"
        : mapping["value"] is null ? "it has no 'value'. Add one"
        : null;
}
