using System.Text.RegularExpressions;
using Infra.Local.Protocol.Models;
using Infra.Local.Protocol.Wire;
using Infra.Local.State;

namespace Infra.Local.Ssm;

/// <summary>Checks PutParameter for what it requires besides the shapes of its members.</summary>
internal static partial class ParameterRules
{
    private const int Levels = 15;
    private const int StandardCharacters = 4_096;
    private const int AdvancedCharacters = 8_192;

    /// <summary>The first rule that a call violates, or null.</summary>
    public static Fault? Broken(string name, Call call, ParameterRow? old) => Name(name)
        ?? Existence(call, old) ?? Type(call, old) ?? Kind(call) ?? Tier(call, old) ?? Value(call, old)
        ?? Pattern(call, old);

    /// <summary>The error for a parameter that does not exist.</summary>
    public static Fault NotFound => new("ParameterNotFound", "Parameter not found.");

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

    private static Fault? Existence(Call call, ParameterRow? old) =>
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

    private static Fault? Type(Call call, ParameterRow? old) => (old, call["Type"]) switch
    {
        (null, null) => Fault.Validation("A parameter type is required when you create a parameter."),
        ({ } known, { } type) when known.Type != type => new Fault(
            "HierarchyTypeMismatchException",
            $"The parameter {known.Id} is of type {known.Type}. You can't change the type of a parameter."),
        _ => null,
    };

    private static Fault? Kind(Call call) =>
        call["DataType"] is null or "text" or "aws:ec2:image" or "aws:ssm:integration"
        ? null
        : Fault.Validation($"The following data type is not supported: {call["DataType"]} (Data type names are all "
            + "lowercase.)");

    private static Fault? Tier(Call call, ParameterRow? old) => (old?.Tier, call["Tier"]) is ("Advanced", "Standard")
        ? Fault.Validation("This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the "
            + "advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the advanced "
            + "parameter and recreate it as a standard parameter.")
        : null;

    private static Fault? Value(Call call, ParameterRow? old)
    {
        var value = call.Required("Value");
        var most = (call["Tier"] ?? old?.Tier) is null or "Standard" ? StandardCharacters : AdvancedCharacters;
        return value.Length is 0
                ? Fault.Validation("1 validation error detected: Value '' at 'value' failed to satisfy constraint: "
                    + "Member must have length greater than or equal to 1.")
            : value.Length > most
                ? Fault.Validation($"The parameter value has {value.Length} characters; its tier allows {most}.")
            : Reference().IsMatch(value)
                ? Fault.Validation("Parameter value: a reference to another parameter, as in {{ssm:name}}, can't be "
                    + "nested in the value of a parameter.")
            : null;
    }

    private static Fault? Pattern(Call call, ParameterRow? old)
    {
        var text = call["AllowedPattern"] ?? old?.AllowedPattern;
        return text is null ? null
            : SafePattern.Of(text)?.Finds(call.Required("Value")) switch
            {
                true => null,
                false => new(
                    "ParameterPatternMismatchException",
                    $"Parameter value, cannot be validated against allowedPattern: {text}"),
                null => new(
                    "InvalidAllowedPatternException",
                    $"The allowed pattern {text} is no regular expression, or takes too long to match."),
            };
    }

    /// <summary>Source: Systems Manager user guide, on the values of parameters, read 2026-11-27.</summary>
    [GeneratedRegex(@"\{\{\s*[a-zA-Z0-9_.\-/:]+\s*\}\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\A[a-zA-Z0-9_.\-/]+\z")]
    private static partial Regex NameCharacters();
}
