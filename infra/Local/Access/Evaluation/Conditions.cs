using System.Collections.Immutable;
using Infra.Values;

namespace Infra.Local.Access.Evaluation;

/// <summary>Evaluates the conditions of statements, as far as this project's policies use them.</summary>
/// <remarks>
/// Supported: StringEquals, StringLike, ArnEquals, ArnLike, their negations, each with IfExists, and Null. Any other
/// operator holds in a Deny and does not hold in an Allow, so an unsupported condition never grants access.
/// </remarks>
internal static class Conditions
{
    private const string IfExists = "IfExists";

    /// <summary>Whether all of them hold.</summary>
    /// <param name="condition">The statement's Condition; null for none.</param>
    /// <param name="request">The request.</param>
    /// <param name="unknown">The result of an unsupported operator.</param>
    public static bool Hold(Value.Map? condition, AccessRequest request, bool unknown) =>
        condition is null || condition.Entries.All(operation =>
            operation.Value is Value.Map keys
            && keys.Entries.All(key =>
                Holds(operation.Key, Texts(key.Value), request.Context.GetValueOrDefault(key.Key, []), unknown)));

    private static bool Holds(
        string operation, ImmutableArray<string> expected, ImmutableArray<string> actual, bool unknown)
    {
        var isKnown = actual.Length > 0;
        if (operation is "Null")
        {
            return expected.All(value => value.Equals("true", StringComparison.OrdinalIgnoreCase) != isKnown);
        }

        var optional = operation.EndsWith(IfExists, StringComparison.Ordinal);
        var negated = operation.Contains("Not", StringComparison.Ordinal);
        var plain = optional ? operation[..^IfExists.Length] : operation;
        Func<string, string, bool>? matches = plain.Replace("Not", "", StringComparison.Ordinal) switch
        {
            "StringEquals" => (pattern, text) => pattern == text,
            "StringLike" => Pattern.Matches,
            "ArnEquals" or "ArnLike" => Pattern.MatchesArn,
            _ => null,
        };
        return matches is null ? unknown
            : !isKnown ? optional || negated
            : expected.Any(pattern => actual.Any(text => matches(pattern, text))) != negated;
    }

    /// <summary>One text or several.</summary>
    internal static ImmutableArray<string> Texts(Value? value) => value switch
    {
        Value.Text text => [text.Content],
        Value.Flag flag => [flag.Content ? "true" : "false"],
        Value.List list => [.. list.Items.OfType<Value.Text>().Select(text => text.Content)],
        _ => [],
    };
}
