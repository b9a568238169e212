using System.Text.RegularExpressions;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Ssm;

/// <summary>What PutParameter asks beyond the shapes of its members.</summary>
internal static partial class ParameterRules
{
    private const int Levels = 15;
    private const int StandardCharacters = 4_096;
    private const int AdvancedCharacters = 8_192;

    /// <summary>The first rule that a call breaks, or null.</summary>
    public static Fault? Broken(Call call, Parameter? old) =>
        Name(call.Required("Name")) ?? Existence(call, old) ?? Type(call, old) ?? Value(call, old);

    private static Fault? Name(string name)
    {
        var first = name.TrimStart('/').Split('/')[0];
        return first.StartsWith("aws", StringComparison.OrdinalIgnoreCase)
            || first.StartsWith("ssm", StringComparison.OrdinalIgnoreCase)
                ? Fault.Validation("Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).")
            : !NameCharacters().IsMatch(name)
                ? Fault.Validation("Parameter name: only a mix of letters, numbers and the following symbols .-_/ "
                    + "are allowed.")
            : name.Contains('/', StringComparison.Ordinal) && name[0] is not '/'
                ? Fault.Validation("Parameter name must be a fully qualified name.")
            : name.Count(character => character is '/') > Levels
                ? new Fault(
                    "HierarchyLevelLimitExceededException",
                    $"Parameter name: a hierarchy can have a maximum of {Levels} levels.")
            : null;
    }

    private static Fault? Existence(Call call, Parameter? old) =>
        old is not null && !call.Flag("Overwrite")
            ? new Fault(
                "ParameterAlreadyExists",
                "The parameter already exists. "
                + "To overwrite this value, set the overwrite option in the request to true.")
        : call.Flag("Overwrite") && call.Input["Tags"] is not null
            ? Fault.Validation("Invalid request: tags and overwrite can't be used together. "
                + "To create a parameter with tags, please remove overwrite flag. To update tags for an existing "
                + "parameter, please use AddTagsToResource or RemoveTagsFromResource.")
        : null;

    private static Fault? Type(Call call, Parameter? old) => (old, call["Type"]) switch
    {
        (null, null) => Fault.Validation("A parameter type is required when you create a parameter."),
        ({ } known, { } type) when known.Type != type => new Fault(
            "HierarchyTypeMismatchException",
            $"The parameter {known.Id} is of type {known.Type}. You can't change the type of a parameter."),
        _ => null,
    };

    private static Fault? Value(Call call, Parameter? old)
    {
        var value = call.Required("Value");
        var most = (call["Tier"] ?? old?.Tier) is null or "Standard" ? StandardCharacters : AdvancedCharacters;
        var pattern = call["AllowedPattern"] ?? old?.AllowedPattern;
        return value.Length is 0
                ? Fault.Validation("1 validation error detected: Value '' at 'value' failed to satisfy constraint: "
                    + "Member must have length greater than or equal to 1.")
            : value.Length > most
                ? Fault.Validation($"The parameter value has {value.Length} characters; its tier allows {most}.")
            : pattern is not null && !Regex.IsMatch(value, pattern, RegexOptions.None, TimeSpan.FromSeconds(1))
                ? new Fault(
                    "ParameterPatternMismatchException",
                    $"Parameter value, cannot be validated against allowedPattern: {pattern}")
            : null;
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_.\-/]+\z")]
    private static partial Regex NameCharacters();
}
