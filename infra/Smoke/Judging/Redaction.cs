using System.Collections.Immutable;
using System.Text.Encodings.Web;

namespace Infra.Smoke.Judging;

/// <summary>Takes the values of secret variables out of texts.</summary>
/// <remarks>
/// A value is found in any case, with the blanks around it or without, as JSON spells it, as an address spells it, and
/// line by line when it has several lines of some length. A value that the model spells otherwise is not recognised.
/// </remarks>
public sealed class Redaction
{
    /// <summary>The shortest line of a longer value that is taken out by itself.</summary>
    private const int ShortestLine = 8;

    /// <summary>Takes nothing out.</summary>
    public static readonly Redaction None = new([]);

    private readonly ImmutableArray<(string Text, string Mark)> _spellings;

    /// <summary>Takes these values out.</summary>
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

    /// <summary>What is taken out.</summary>
    public ImmutableArray<SecretValue> Secrets { get; }

    /// <summary>A text without the values: <c>[secret name]</c> stands where one stood.</summary>
    public string Apply(string text) =>
        _spellings.Aggregate(text, (rest, spelling) =>
            rest.Replace(spelling.Text, spelling.Mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The start of a text on one line, the values taken out first: a cut would leave half of one standing.
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

/// <summary>The value of a variable that reports must not show.</summary>
/// <param name="Variable">The variable's name, which may be shown.</param>
/// <param name="Value">The value, which may not.</param>
public readonly record struct SecretValue(string Variable, string Value);
