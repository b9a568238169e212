using System.Collections.Immutable;
using System.Text.Encodings.Web;

namespace Infra.Smoke.Judging;

/// <summary>Removes the values of secret variables from texts.</summary>
/// <remarks>
/// A value is found regardless of case, with or without the white space around it, in JSON's and in URLs' encoding, and
/// line by line if it has several lines that are long enough. A value in any other form is not recognised.
/// </remarks>
public sealed class Redaction
{
    /// <summary>The length from which a single line of a longer value is removed.</summary>
    private const int ShortestLine = 8;

    /// <summary>Removes nothing.</summary>
    public static readonly Redaction None = new([]);

    private readonly ImmutableArray<(string Text, string Mark)> _spellings;

    /// <summary>Removes these values.</summary>
    public Redaction(ImmutableArray<SecretValue> secrets)
    {
        Secrets = secrets;
        _spellings =
        [
            .. secrets
                .SelectMany(secret => Spellings(secret.Value)
                    .Select(spelling => (Text: spelling, Mark: $"[secret {secret.Variable}]")))
                .Where(spelling => spelling.Text.Length > 0)
                .DistinctBy(spelling => spelling.Text, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(spelling => spelling.Text.Length)
                .ThenBy(spelling => spelling.Text, StringComparer.Ordinal),
        ];
    }

    /// <summary>The values to remove.</summary>
    public ImmutableArray<SecretValue> Secrets { get; }

    /// <summary>A text without the values, each of which is replaced by <c>[secret name]</c>.</summary>
    public string Apply(string text) =>
        _spellings.Aggregate(text, (rest, spelling) =>
            rest.Replace(spelling.Text, spelling.Mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The start of a text on one line; values are removed before it is cut, so that no half of one is left.
    /// </summary>
    public string Excerpt(string text, int longest = Judging.Excerpt.Longest) =>
        Judging.Excerpt.Of(Apply(text), longest);

    /// <summary>The same in quotes.</summary>
    public string Quote(string text, int longest = Judging.Excerpt.Longest) =>
        Judging.Excerpt.Quote(Apply(text), longest);

    private static IEnumerable<string> Spellings(string value)
    {
        var trimmed = value.Trim();
        var lines = trimmed.Split('\n', StringSplitOptions.TrimEntries);
        return new[]
        {
            value,
            trimmed,
            JavaScriptEncoder.Default.Encode(trimmed),
            JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(trimmed),
            Uri.EscapeDataString(trimmed),
            Judging.Excerpt.Of(trimmed, int.MaxValue),
        }.Concat(lines.Length > 1 ? lines.Where(line => line.Length >= ShortestLine) : []);
    }
}

/// <summary>A value that reports must not show.</summary>
/// <param name="Variable">The variable's name, which may be shown.</param>
/// <param name="Value">The value, which may not be shown.</param>
public readonly record struct SecretValue(string Variable, string Value);
