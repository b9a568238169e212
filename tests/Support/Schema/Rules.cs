using System.Text.Json;
using System.Text.RegularExpressions;

namespace Infra.Tests.Support.Schema;

/// <summary>What a schema says about a text.</summary>
internal static class TextRules
{
    public static IEnumerable<string> Check(string text, JsonElement schema, string path)
    {
        // JSON Schema counts characters, not UTF-16 units, and its $ does not stop before a last line feed.
        var length = text.EnumerateRunes().Count();
        if (schema.TryGetProperty("minLength", out var minimum) && length < minimum.GetInt32())
        {
            yield return $"{path}: {length} characters, at least {minimum} are needed";
        }

        if (schema.TryGetProperty("maxLength", out var maximum) && length > maximum.GetInt32())
        {
            yield return $"{path}: {length} characters, at most {maximum} are allowed";
        }

        if (schema.TryGetProperty("pattern", out var pattern)
            && !Regex.IsMatch(text, Regex.Replace(pattern.GetString()!, @"\$$", @"\z")))
        {
            yield return $"{path}: '{text}' does not match {pattern}";
        }

        if (schema.TryGetProperty("enum", out var allowed)
            && allowed.EnumerateArray().All(item => item.ToString() != text))
        {
            yield return $"{path}: '{text}' is none of {allowed}";
        }
    }
}

/// <summary>What a schema says about a number, or about how many there are of something.</summary>
internal static class NumberRules
{
    public static IEnumerable<string> Check(decimal number, JsonElement schema, string path) =>
        Between(number, schema, "imum", path);

    public static IEnumerable<string> Count(int count, JsonElement schema, string what, string path) =>
        Between(count, schema, what, path);

    private static IEnumerable<string> Between(decimal number, JsonElement schema, string what, string path)
    {
        if (schema.TryGetProperty("min" + what, out var minimum) && number < minimum.GetDecimal())
        {
            yield return $"{path}: {number} is below {minimum}";
        }

        if (schema.TryGetProperty("max" + what, out var maximum) && number > maximum.GetDecimal())
        {
            yield return $"{path}: {number} is above {maximum}";
        }
    }
}
