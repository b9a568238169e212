using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Settings;

/// <summary>
/// A key in the <c>config:</c> of <c>Pulumi.yaml</c>: a value, or a mapping that declares one with <c>default:</c> or
/// <c>value:</c>.
/// </summary>
internal static class ProjectValue
{
    private static readonly string[] Known = ["type", "description", "items", "default", "value", "secret"];

    /// <summary>What the key is for stacks that are silent; null for nothing.</summary>
    /// <remarks>What Pulumi refuses is reported, and nothing else about it is.</remarks>
    public static YamlNode? Of(YamlEntry entry, string project, ICollection<Diagnostic> report)
    {
        if (entry.Value is not YamlNode.Mapping mapping)
        {
            return entry.Value is YamlNode.Scalar { IsNull: true } ? null : entry.Value;
        }

        var ofProject = !entry.Key.Text.Contains(':', StringComparison.Ordinal)
            || entry.Key.Text.StartsWith($"{project}:", StringComparison.Ordinal);
        var (standard, value) = (mapping["default"], mapping["value"]);
        if (Why(mapping, ofProject) is { } why)
        {
            report.Add(Problems.ProjectConfigRefused(entry.Key.At, entry.Key.Text, why));
            return new YamlNode.Unreadable(entry.Key.At);
        }

        return (standard ?? value)?.Value is YamlNode.Scalar { IsNull: true } ? null : (standard ?? value)?.Value;
    }

    private static string? Why(YamlNode.Mapping mapping, bool ofProject) =>
        mapping.Entries.FirstOrDefault(entry => !Known.Contains(entry.Key.Text)) is { } unknown
            ? $"'{unknown.Key.Text}' is none of {string.Join(", ", Known)}. Write a structured value below 'value:'"
        : mapping["default"] is not null && mapping["value"] is not null
            ? "it has both 'default' and 'value'. Keep one"
        : ofProject ? null
        : mapping["default"] is not null || mapping["type"] is not null
            ? "only keys of the project's own namespace have a 'type' or a 'default'. Write 'value:'"
        : mapping["value"] is null ? "it has no 'value'. Add one"
        : null;
}
