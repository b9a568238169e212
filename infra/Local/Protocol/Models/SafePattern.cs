using System.Text.RegularExpressions;

namespace Infra.Local.Protocol.Models;

/// <summary>Makes patterns from elsewhere safe: matching takes time in proportion to the text's length.</summary>
internal static class SafePattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>A pattern that runs in linear time; null when it is not a valid pattern.</summary>
    public static Regex? Of(string pattern)
    {
        try
        {
            return new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            // A pattern with lookaround or back-references: only a timeout limits it.
            return new(pattern, RegexOptions.CultureInvariant, Patience);
        }
    }

    /// <summary>Whether a text contains a match; null when it takes too long to find out.</summary>
    public static bool? Finds(this Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
