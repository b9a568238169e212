using Infra.Planning;
using Infra.Values;

namespace Infra.Exchange.Imports.Templates;

/// <summary>What a template states once for all its resources: defaults of parameters, and mappings.</summary>
internal static class TemplateFacts
{
    /// <summary>The value that a mapping has under two keys; null when there is none.</summary>
    public static Value? Mapped(Value.Map template, string? mapping, string? first, string? second) =>
        mapping is null || first is null || second is null
            ? null
            : (((template["Mappings"] as Value.Map)?[mapping] as Value.Map)?[first] as Value.Map)?[second];

    /// <summary>The value that a parameter has when nobody gives one; null when there is none, or only AWS knows
    /// it.</summary>
    public static Value? Default(Value.Map template, string name)
    {
        if ((template["Parameters"] as Value.Map)?[name] is not Value.Map parameter
            || parameter["Default"] is not { } value)
        {
            return null;
        }

        return ValueParts.Text(parameter["Type"]) switch
        {
            // Its default is the name of a parameter of SSM, not a value.
            { } type when type.StartsWith(ResourceTypes.Parameter, StringComparison.Ordinal) => null,
            { } type when type is "CommaDelimitedList" || type.StartsWith("List<", StringComparison.Ordinal) =>
                Shorthand.List(ValueText.Of(value).Split(',').Select(item => (Value)item.Trim())),
            _ => value,
        };
    }
}
