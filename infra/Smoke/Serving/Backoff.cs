namespace Infra.Smoke.Serving;

/// <summary>How long to wait before a call is repeated: full jitter, as in AWS's own clients.</summary>
/// <remarks>Source: AWS Architecture Blog, "Exponential Backoff And Jitter".</remarks>
public static class Backoff
{
    /// <summary>The longest wait before the second attempt; it doubles with each.</summary>
    /// <value>200 ms.</value>
    public static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait, unless AWS asks for more.</summary>
    /// <value>20 seconds.</value>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>The wait after a failed attempt.</summary>
    /// <param name="attempt">The attempt, from 1.</param>
    /// <param name="retryAfter">The wait that AWS asks for, added to the jitter in full; null for none.</param>
    /// <param name="chance">A random number from 0 to 1.</param>
    public static TimeSpan After(int attempt, TimeSpan? retryAfter, double chance)
    {
        var longest = Math.Min(First.TotalSeconds * Math.Pow(2, attempt - 1), Longest.TotalSeconds);
        return (retryAfter ?? TimeSpan.Zero) + TimeSpan.FromSeconds(longest * chance);
    }
}
