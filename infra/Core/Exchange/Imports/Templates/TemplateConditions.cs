using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Exchange.Imports.Templates;

/// <summary>The conditions of a template: those whose value is given, and those that follow from defaults.</summary>
/// <param name="template">The template.</param>
/// <param name="stated">The given values, by name.</param>
internal sealed class TemplateConditions(Value.Map template, ImmutableDictionary<string, bool> stated)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>Whether a condition holds; null when only a deployment knows.</summary>
    public bool? Of(string name)
    {
        if (stated.TryGetValue(name, out var holds))
        {
            return holds;
        }

        // A condition that refers to itself cannot be evaluated.
        if (!_asked.Add(name))
        {
            return null;
        }

        var found = (template["Conditions"] as Value.Map)?[name] is { } condition ? Of(condition) : null;
        _asked.Remove(name);
        return found;
    }

    private bool? Of(Value condition) => condition switch
    {
        Value.Map { Entries.Count: 1 } map when map["Condition"] is Value.Text { Content: var name } => Of(name),
        _ => CloudFormationFunctions.Of(condition) switch
        {
            ("Equals", Value.List { Items: [var left, var right] }) =>
                Known(left) is { } one && Known(right) is { } other ? one == other : null,
            ("Not", Value.List { Items: [var inner] }) => !Of(inner),
            ("And", Value.List { Items: var all }) => Fold(all, stop: false),
            ("Or", Value.List { Items: var any }) => Fold(any, stop: true),
            _ => null,
        },
    };

    private bool? Fold(ImmutableArray<Value> conditions, bool stop)
    {
        var found = conditions.Select(Of).ToArray();
        return found.Contains(stop) ? stop : found.Contains(null) ? null : !stop;
    }

    private string? Known(Value value) => ValueParts.Scalar(value) ?? (CloudFormationFunctions.Of(value) switch
    {
        ("Ref", Value.Text { Content: var name }) => ValueParts.Scalar(TemplateFacts.Default(template, name)),
        ("FindInMap", Value.List { Items: [var map, var first, var second] }) =>
            ValueParts.Scalar(TemplateFacts.Mapped(template, Known(map), Known(first), Known(second))),
        _ => null,
    });
}
