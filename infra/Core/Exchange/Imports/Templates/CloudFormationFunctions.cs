using Infra.Values;

namespace Infra.Exchange.Imports.Templates;

/// <summary>Recognises CloudFormation's intrinsic functions.</summary>
internal static class CloudFormationFunctions
{
    private const string Prefix = "Fn::";

    /// <summary>Whether an object is a function, as in <c>{ "Fn::Sub": ... }</c> or <c>{ "Ref": ... }</c>.</summary>
    public static bool Is(Value.Map map) => Of(map) is not null;

    /// <summary>A function's name without <c>Fn::</c>, and its argument; null for any other value.</summary>
    /// <remarks>The key may be in the API's spelling, with a small first letter.</remarks>
    public static (string Name, Value Argument)? Of(Value? value) =>
        value is not Value.Map { Entries.Count: 1 } map ? null : map.Entries.Single() switch
        {
            (var key, var argument) when key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) =>
                (key[Prefix.Length..], argument),
            ("Ref" or "ref", Value.Text text) => ("Ref", text),
            _ => null,
        };

    /// <summary>Whether a value is a function or contains one.</summary>
    public static bool IsIn(Value value) => value switch
    {
        Value.Map map => Is(map) || map.Entries.Values.Any(IsIn),
        Value.List list => list.Items.Any(IsIn),
        _ => false,
    };

    /// <summary>Whether a value means that there is no value: <c>{ "Ref": "AWS::NoValue" }</c>.</summary>
    public static bool IsNoValue(Value value) =>
        Of(value) is ("Ref", Value.Text { Content: "AWS::NoValue" });

    /// <summary>The resource that <c>Ref</c>, <c>Fn::GetAtt</c> or a <c>Fn::Sub</c> with a single name refers
    /// to.</summary>
    public static string? Resource(Value? value) => Of(value) switch
    {
        ("Ref", Value.Text text) => text.Content,
        ("GetAtt", Value.Text text) when text.Content.Split('.') is [var name, "Arn" or "Id"] => name,
        ("GetAtt", Value.List { Items: [Value.Text text, Value.Text { Content: "Arn" or "Id" }] }) => text.Content,
        ("Sub", Value.Text text) => Substituted(text.Content),
        ("Sub", Value.List { Items: [Value.Text text, ..] }) => Substituted(text.Content),
        _ => null,
    };

    /// <summary>The name in a text that consists of <c>${Name}</c> or <c>${Name.Arn}</c> only.</summary>
    private static string? Substituted(string text) =>
        text is ['$', '{', .. var inside, '}'] && (inside.EndsWith(".Arn", StringComparison.Ordinal)
                ? inside[..^".Arn".Length]
                : inside) is var name
        && name.All(char.IsAsciiLetterOrDigit)
            ? name
            : null;

    /// <summary>A function as JSON, shortened.</summary>
    public static string Spell(Value value)
    {
        var (name, argument) = Of(value)!.Value;
        var text = CanonicalJson.Compact(Shorthand.Map((name is "Ref" ? name : Prefix + name, argument)));
        return text.Length > 80 ? $"{text[..77]}..." : text;
    }

    /// <summary>Advice about a function that cannot be evaluated from the template.</summary>
    public static string Advice(Value value) => Of(value) switch
    {
        ("If", Value.List { Items: [Value.Text condition, ..] }) =>
            $"State the condition with --condition {condition.Content}=true or =false, or write the value here.",
        ("Ref", _) => "Give the parameter a default in the template, or write the value here.",
        _ => "Write the value it has after deployment here.",
    };
}
