using Infra.Planning;
using Infra.Values;

namespace Infra.Targets;

/// <summary>Finds texts that a template cannot contain, because CloudFormation would evaluate them.</summary>
/// <remarks>Dynamic references may be anywhere in a text; functions are keys of an object. Neither can be escaped.
/// Source: CloudFormation, "Dynamic references" and "Intrinsic functions", read 2026-11-27.</remarks>
public static class CloudFormationRules
{
    private const string Reference = "{{resolve:";

    /// <summary>The places in a plan that would be evaluated, with their content.</summary>
    public static IEnumerable<string> Evaluated(Plan plan) => plan.Resources.SelectMany(resource =>
        In(resource.Properties, "").Select(found => $"{resource.Name}{found}"));

    private static IEnumerable<string> In(Value value, string place) => value switch
    {
        Value.Text text when text.Content.Contains(Reference, StringComparison.Ordinal) =>
            [$"{place} holds '{Reference}'"],
        Value.Join join when join.Parts.Any(part => In(part, place).Any()) => [$"{place} holds '{Reference}'"],
        Value.List list => list.Items.SelectMany((item, i) => In(item, $"{place}[{i}]")),
        Value.Map map => map.Entries.SelectMany(entry => IsFunction(entry.Key)
            ? [$"{place} has the key '{entry.Key}'"]
            : In(entry.Value, $"{place}.{entry.Key}")),
        Value.Document document => In(document.Content, place),
        _ => [],
    };

    private static bool IsFunction(string key) =>
        key is "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal);
}
