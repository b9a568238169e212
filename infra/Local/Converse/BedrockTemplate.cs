using System.Text.RegularExpressions;

namespace Infra.Local.Converse;

/// <summary>Bedrock's templates, which contain variables (<c>{{variable}}</c>) and no other syntax.</summary>
internal static partial class BedrockTemplate
{
    /// <summary>The variables in a text, in order.</summary>
    public static IEnumerable<string> Variables(string text) =>
        Variable().Matches(text).Select(use => use.Groups[1].Value);

    /// <summary>The text with values in place of variables; a variable without a value stays.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Variable().Replace(text, use => values.TryGetValue(use.Groups[1].Value, out var value) ? value : use.Value);

    [GeneratedRegex("{{((?:[0-9a-zA-Z][_-]?){1,100})}}")]
    private static partial Regex Variable();
}
