using Infra.Planning;
using Infra.Values;

namespace Infra.Exchange.Imports.Templates;

/// <summary>What a template states for all of its resources: defaults of parameters, and mappings.</summary>
internal static class TemplateFacts
{
    /// <summary>The value for two keys of a mapping; null when there is none.</summary>
    public static Value? Mapped(Value.Map template, string? mapping, string? first, string? second) =>
        mapping is null || first is null || second is null
            ? null
            : (((template["Mappings"] as Value.Map)?[mapping] as Value.Map)?[first] as Value.Map)?[second];

    /// <summary>The default of a parameter; null when there is none, or when only AWS knows it.</summary>
    public static Value? Default(Value.Map template, string name)
    {
        if ((template["Parameters"] as Value.Map)?[name] is not Value.Map parameter
            || parameter["Default"] is not { } value)
        {
            return null;
        }

        return ValueParts.Text(parameter["Type"]) switch
        {
            // Its default is the name of an SSM parameter, not a value.
            { } type when type.StartsWith(ResourceTypes.Parameter, StringComparison.Ordinal) => null,
            { } type when type is "CommaDelimitedList" || type.StartsWith("List<", StringComparison.Ordinal) =>
                Shorthand.List(ValueText.Of(value).Split(',').Select(item => (Value)item.Trim())),
            _ => value,
        };
    }
}
