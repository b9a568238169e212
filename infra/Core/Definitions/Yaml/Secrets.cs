using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Diagnostics;

namespace Infra.Definitions.Yaml;

/// <summary>Finds what looks like a secret anywhere in a file: keys and tokens of a known form, and long random words
/// beside a name such as <c>api_key</c>.</summary>
public static partial class Secrets
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>The longest part of a text that is examined for one secret; a JSON web token is recognised last, at its
    /// second dot.</summary>
    private const int Longest = 2048;

    private const int SecretKeyLength = 40;

    private static readonly SearchValues<string> Starts =
        SearchValues.Create([.. SecretForms.All.Select(form => form.Start)], StringComparison.Ordinal);

    private static readonly SearchValues<string> Labels = SearchValues.Create(
        ["key", "token", "secret", "passw"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Reports every secret of a file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="problem">Makes the problem from a place and a kind of secret; it never gets the secret
    /// itself.</param>
    /// <param name="report">Collects the problems.</param>
    public static void Report(
        SourceText source, Func<Location, string, Diagnostic> problem, ICollection<Diagnostic> report)
    {
        foreach (var (offset, kind) in In(source.Text))
        {
            report.Add(problem(source.LocationOf(offset), kind));
        }
    }

    /// <summary>The places and kinds of the secrets in a text, in order, never the secrets themselves.</summary>
    public static ImmutableArray<(int Offset, string Kind)> In(string text)
    {
        var found = new List<(int Start, int End, string Kind)>();
        found.AddRange(Formed(text));
        found.AddRange(Labelled(text).Where(labelled =>
            !found.Exists(other => other.Start < labelled.End && labelled.Start < other.End)));
        return [.. found.OrderBy(secret => secret.Start).Select(secret => (secret.Start, secret.Kind))];
    }

    private static IEnumerable<(int Start, int End, string Kind)> Formed(string text)
    {
        for (var at = Next(text, 0, Starts); at >= 0;)
        {
            var end = at + 1;
            foreach (var form in SecretForms.At(text, at))
            {
                if (form.Match(text, at) is { Success: true } match && IsMeant(match.ValueSpan))
                {
                    yield return (match.Index, match.Index + match.Length, form.Kind);
                    end = match.Index + match.Length;
                    break;
                }
            }

            at = Next(text, end, Starts);
        }
    }

    /// <summary>Long random words that are called a key, a token or a secret on the same line.</summary>
    private static IEnumerable<(int Start, int End, string Kind)> Labelled(string text)
    {
        for (var at = Next(text, 0, Labels); at >= 0;)
        {
            var end = at + 1;
            if (Label().Match(text, at, Math.Min(Longest, text.Length - at)) is { Success: true } match
                && match.Groups["word"] is var word && IsRandom(word.ValueSpan) && IsMeant(word.ValueSpan))
            {
                var isOfAws = word.Length == SecretKeyLength
                    && match.ValueSpan.StartsWith("secret", StringComparison.OrdinalIgnoreCase);
                yield return (
                    word.Index, word.Index + word.Length, isOfAws ? "An AWS secret access key" : "A key");
                end = word.Index + word.Length;
            }

            at = Next(text, end, Labels);
        }
    }

    private static int Next(string text, int from, SearchValues<string> words) =>
        from < text.Length && text.AsSpan(from).IndexOfAny(words) is var found and >= 0 ? from + found : -1;

    /// <summary>Whether it can be a real secret: neither an example from AWS's guides nor one character
    /// repeated.</summary>
    private static bool IsMeant(ReadOnlySpan<char> secret)
    {
        var same = 1;
        for (var i = 1; i < secret.Length; i++)
        {
            same = secret[i] == secret[i - 1] ? same + 1 : 1;
            if (same == 10)
            {
                return false;
            }
        }

        return !secret.Contains("EXAMPLE", StringComparison.Ordinal);
    }

    /// <summary>Whether a word looks random: at least 32 hexadecimal digits, or small and capital letters with many
    /// digits among them. A word with slashes counts as a path unless it has the length of AWS's secret keys.</summary>
    private static bool IsRandom(ReadOnlySpan<char> word) =>
        word.Length >= 32 && !word.ContainsAnyExcept(Hexadecimal)
            ? word.ContainsAnyInRange('0', '9') && word.ContainsAnyInRange('a', 'f')
            : (word.Length == SecretKeyLength || !word.ContainsAny('+', '/'))
                && word.ContainsAnyInRange('a', 'z')
                && word.ContainsAnyInRange('A', 'Z')
                && Digits(word) >= Math.Max(3, word.Length / 12);

    private static int Digits(ReadOnlySpan<char> word)
    {
        var count = 0;
        foreach (var letter in word)
        {
            count += char.IsAsciiDigit(letter) ? 1 : 0;
        }

        return count;
    }

    /// <summary>A name that ends here, then at most one word or sign, then the value.</summary>
    [GeneratedRegex(
        @"\G(key|token|secret|passw(or)?d)([ _-]?(access|key|id)){0,2}[""']?(\s{0,3}(=>|:=|[:=]|is)\s{0,3}|\s{1,3})"
        + @"[""']?(?<word>[0-9A-Za-z+/]{20,128})(?![0-9A-Za-z+/_-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Label();
}
