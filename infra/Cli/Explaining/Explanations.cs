using System.Text.RegularExpressions;
using Infra.Definitions.Format;

namespace Infra.Cli.Explaining;

/// <summary>What infra/Problems.md says of each code; the page is a part of the console.</summary>
internal static partial class Explanations
{
    private static readonly Lazy<IReadOnlyList<(string Code, string Text)>> Sections = new(Read);

    /// <summary>Every code there is, in order.</summary>
    public static IEnumerable<string> Codes => Sections.Value.Select(section => section.Code);

    /// <summary>What the page says of a code, for a terminal; null for one that it does not know.</summary>
    public static string? Of(string code) =>
        Sections.Value.FirstOrDefault(section => section.Code == code) is { Text: { } text } ? Plain(text) : null;

    /// <summary>The code that somebody may have meant.</summary>
    public static string? Near(string code) => DidYouMean.Nearest(code, Codes);

    /// <summary>A code as it is written, however it was typed: <c>prm12</c> and <c>12</c> are PRM012.</summary>
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

    /// <summary>Markdown as text: code is indented, and needs no fences.</summary>
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
