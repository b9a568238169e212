using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Infra.Definitions.Yaml;
using Infra.Diagnostics;

namespace Infra.Smoke.Expectations;

/// <summary>A regular expression with limited running time.</summary>
/// <remarks>
/// The usual engine is tried first: it is built in microseconds, the one without backtracking in milliseconds, which
/// matters with thousands of cases. If it takes too long, the pattern is matched without backtracking, in time linear
/// in the text; both give the same result. A pattern that needs backtracking (lookaround, back-references) has one
/// second in all.
/// </remarks>
public sealed class SafeRegex
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly string[] Lookarounds = ["(?=", "(?!", "(?<=", "(?<!"];

    private static readonly ImmutableArray<string> Probes =
        ["", " ", "a", "Z", "0", "-", "\n", "\n\n", "a\nb\n", "é", "漢字", "😀", "The quick brown fox.", Pairs()];

    private readonly Regex _quick;

    private SafeRegex([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) =>
        _quick = new(pattern, RegexOptions.CultureInvariant, Patience);

    /// <summary>Reads a pattern; an invalid one is PRM304, at the character at fault.</summary>
    public static SafeRegex? Read(YamlNode node, ICollection<Diagnostic> report)
    {
        if (node is not YamlNode.Scalar { IsNull: false } scalar)
        {
            return null;
        }

        try
        {
            return new(scalar.Text);
        }
        catch (RegexParseException e)
        {
            var at = scalar.Places.Locate(Math.Clamp(e.Offset - 1, 0, scalar.Text.Length));
            report.Add(Problems.BadRegex(at, Reason(e)));
            return null;
        }
    }

    /// <summary>Whether there is a match; null when it takes too long to find out.</summary>
    public bool? IsMatch(string text) => Try(_quick, text) ?? Try(Steady(), text);

    /// <summary>Whether the pattern seems to match every text.</summary>
    /// <remarks>
    /// Tested on many kinds of text, one of which has every pair of printable ASCII characters. A pattern with
    /// lookaround may exclude a single phrase, so it is never reported.
    /// </remarks>
    public bool MatchesEverything() =>
        !Lookarounds.Any(ToString().Contains) && Probes.All(probe => IsMatch(probe) is true);

    /// <summary>The pattern.</summary>
    public override string ToString() => _quick.ToString();

    private Regex Steady()
    {
        try
        {
            return new(ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Longest);
        }
        catch (NotSupportedException)
        {
            return new(ToString(), RegexOptions.CultureInvariant, Longest - Patience);
        }
    }

    private static bool? Try(Regex regex, string text)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>The message without its start, which repeats the pattern.</summary>
    private static string Reason(RegexParseException e)
    {
        var start = $" at offset {e.Offset}. ";
        var at = e.Message.IndexOf(start, StringComparison.Ordinal);
        return at < 0 ? e.Message : e.Message[(at + start.Length)..];
    }

    private static string Pairs()
    {
        var printable = Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).ToArray();
        return string.Concat(printable.SelectMany(left => printable.Select(right => $"{left}{right}")));
    }
}
