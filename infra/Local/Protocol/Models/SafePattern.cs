using System.Text.RegularExpressions;

namespace Infra.Local.Protocol.Models;

/// <summary>Patterns that come from elsewhere: a text never takes longer to match than its length warrants.</summary>
internal static class SafePattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>A pattern in the form that runs in linear time; null when it is no pattern.</summary>
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
            // It looks around or back: only a clock keeps such a pattern within bounds.
            return new(pattern, RegexOptions.CultureInvariant, Patience);
        }
    }

    /// <summary>Whether a text has a pattern somewhere; null when that could not be told in time.</summary>
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
