using System.Collections.Immutable;
using Infra.Definitions.Templates;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Exchange.Imports;

/// <summary>The variables of an imported template: those of its list, adjusted to the text.</summary>
internal static class ImportedVariables
{
    /// <summary>The variables of a prompt with its own file.</summary>
    public static YamlNode? OfFile(ImportedPart template, IEnumerable<string> texts) =>
        Agreeing(template, texts) is { IsEmpty: false } names ? Node(names) : null;

    /// <summary>The variables of an inline prompt; left out where they follow from the text.</summary>
    public static YamlNode? Inline(ImportedPart template, IEnumerable<string> texts)
    {
        var used = Used(texts);
        if (!template.Has("inputVariables"))
        {
            return used.IsEmpty ? null : YamlNodes.Plain("none");
        }

        var names = Agreeing(template, texts);
        return names.SequenceEqual(used) ? null : Node(names);
    }

    private static YamlNode.Mapping Node(ImmutableArray<string> names) =>
        YamlNodes.Map(names.Select(name => (name, (YamlNode?)YamlNodes.Plain(""))));

    private static ImmutableArray<string> Agreeing(ImportedPart template, IEnumerable<string> texts)
    {
        var used = Used(texts);
        var place = template.PlaceOf("inputVariables");
        var declared = Declared(template);
        var kept = declared.Distinct(StringComparer.Ordinal).Where(name => used.Contains(name)).ToImmutableArray();
        var twice = declared.CountBy(name => name, StringComparer.Ordinal)
            .Where(name => name.Value > 1)
            .Select(name => name.Key);
        foreach (var name in declared.Except(kept, StringComparer.Ordinal).Union(twice, StringComparer.Ordinal))
        {
            template.Report.Add(Problems.VariableRemoved(template.AtOf("inputVariables"), name, place));
        }

        foreach (var name in used.Except(kept, StringComparer.Ordinal))
        {
            template.Report.Add(Problems.VariableAdded(template.AtOf("inputVariables"), name, place));
        }

        return [.. kept.Union(used, StringComparer.Ordinal)];
    }

    private static ImmutableArray<string> Declared(ImportedPart template)
    {
        var parts = template.Parts("inputVariables");
        if (parts is { IsEmpty: true })
        {
            template.ReportEmpty("inputVariables");
        }

        return [.. (parts ?? []).Select(Name).OfType<string>()];
    }

    private static string? Name(ImportedPart variable)
    {
        var name = variable.RequiredText("name");
        variable.Finish();
        return name;
    }

    private static ImmutableArray<string> Used(IEnumerable<string> texts) =>
    [
        .. texts
            .SelectMany(text => Template.Parse(TracedText.Of(YamlNodes.Text(text))).Uses)
            .Select(use => use.Name)
            .Distinct(StringComparer.Ordinal),
    ];
}
