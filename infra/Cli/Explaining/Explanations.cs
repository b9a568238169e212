using System.Text.RegularExpressions;
using Infra.Definitions.Format;

namespace Infra.Cli.Explaining;

/// <summary>The text of infra/Problems.md about each code; the page is embedded in the console.</summary>
internal static partial class Explanations
{
    private static readonly Lazy<IReadOnlyList<(string Code, string Text)>> Sections = new(Read);

    /// <summary>All codes, in order.</summary>
    public static IEnumerable<string> Codes => Sections.Value.Select(section => section.Code);

    /// <summary>The page's text about a code, for a terminal; null for an unknown code.</summary>
    public static string? Of(string code) =>
        Sections.Value.FirstOrDefault(section => section.Code == code) is { Text: { } text } ? Plain(text) : null;

    /// <summary>The code that was probably meant.</summary>
    public static string? Near(string code) => DidYouMean.Nearest(code, Codes);

    /// <summary>A code in its normal form: <c>prm12</c> and <c>12</c> are PRM012.</summary>
    public static string Normal(string typed)
    {
        var digits = typed.StartsWith("PRM", StringComparison.OrdinalIgnoreCase) ? typed[3..] : typed;
        return digits.Length is > 0 and <= 3 && digits.All(char.IsAsciiDigit)
            ? $"PRM{digits.PadLeft(3, '0')}"
            : typed;
    }

    private static List<(string, string)> Read()
    {
        using var stream = typeof(Explanations).Assembly.GetManifestResourceStream("Problems.md")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. Heading().Split(reader.ReadToEnd()).Skip(1).Chunk(2)
                .Select(section => (section[0], section[1].Trim('\n'))),
        ];
    }

    /// <summary>Markdown as plain text: code is indented, so it needs no fences.</summary>
    private static string Plain(string markdown)
    {
        var isCode = false;
        var lines = new List<string>();
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else
            {
                lines.Add(isCode ? $"    {line}".TrimEnd()
                    : line.Replace("**", "", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal));
            }
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^## (PRM\d{3})\n", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
