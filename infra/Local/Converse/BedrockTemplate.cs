using System.Text.RegularExpressions;

namespace Infra.Local.Converse;

/// <summary>Bedrock's templates: <c>{{variable}}</c>, and nothing else.</summary>
internal static partial class BedrockTemplate
{
    /// <summary>The variables of a text, in its order.</summary>
    public static IEnumerable<string> Variables(string text) =>
        Variable().Matches(text).Select(use => use.Groups[1].Value);

    /// <summary>The text with values in place of variables; a variable without a value stays as it is.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Variable().Replace(text, use => values.TryGetValue(use.Groups[1].Value, out var value) ? value : use.Value);

    [GeneratedRegex("{{((?:[0-9a-zA-Z][_-]?){1,100})}}")]
    private static partial Regex Variable();
}
