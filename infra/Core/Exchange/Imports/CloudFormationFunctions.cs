using Infra.Values;

namespace Infra.Exchange.Imports;

/// <summary>Recognises CloudFormation's functions, which only CloudFormation can evaluate.</summary>
internal static class CloudFormationFunctions
{
    /// <summary>Whether an object is a function, as in <c>{ "Fn::Sub": ... }</c> or <c>{ "Ref": ... }</c>.</summary>
    public static bool Is(Value.Map map) => map.Entries.Count == 1
        && map.Entries.Single() is var (key, value)
        && (key.StartsWith("Fn::", StringComparison.OrdinalIgnoreCase)
            || (key is "Ref" or "ref" && value is Value.Text));

    /// <summary>Whether a value is a function or has one inside.</summary>
    public static bool IsIn(Value value) => value switch
    {
        Value.Map map => Is(map) || map.Entries.Values.Any(IsIn),
        Value.List list => list.Items.Any(IsIn),
        _ => false,
    };

    /// <summary>Whether a value says that there is none: <c>{ "Ref": "AWS::NoValue" }</c>.</summary>
    public static bool IsNoValue(Value value) =>
        value is Value.Map map && Is(map) && map.Entries.Values.Single() is Value.Text { Content: "AWS::NoValue" };
}
